package vn.hocba.document;

import java.util.Map;
import vn.hocba.identity.Capacity;
import vn.hocba.record.Tt27View.TraitGroup;
import vn.hocba.shared.SchoolLevel;

/**
 * Every name and code of the packet, and nowhere else ({@link ReceiptNames} has those of the receipts): the schema of QĐ 3016/QĐ-BGDĐT will replace them. Names follow the data dictionary of the sector
 * (domain §3.3) and the packets that vendors sign today (domain §3.1).
 */
public final class PacketNames {

    public static final String ROOT = "HOC_BA";
    public static final String DATA = "DU_LIEU_HOC_BA";
    public static final String INFORMATION = "THONG_TIN_HOC_BA";
    public static final String SUBJECT_ROW = "DIEM_TONG_KET";
    public static final String SIGNATURE_LIST = "DANH_SACH_THONG_TIN_KY";
    public static final String TEACHER_SLOTS = "DANH_SACH_GVBM";
    public static final String TEACHER_SLOT = "GVBM";
    public static final String HOMEROOM_SLOT = "GVCN";
    public static final String RELEASE = "PHAT_HANH_HOC_BA";
    public static final String MANAGER_SLOT = "CBQL";
    public static final String SEAL_SLOT = "KY_PHAT_HANH";

    /** As what somebody signs for the school; it stands beside what the homeroom teacher signed, and the signature for the school covers it. */
    static final String MANAGER = "THONG_TIN_GIAM_HIEU";

    static final String MANAGER_NAME = "HO_TEN_GIAM_HIEU";
    static final String MANAGER_TITLE = "CHUC_VU_GIAM_HIEU";
    static final String MANAGER_CAPACITY = "TU_CACH_KY";
    static final String MANAGER_DECISION = "SO_QUYET_DINH_GIAO";

    static final Map<Capacity, String> CAPACITIES =
            Map.of(Capacity.HEAD, "HT", Capacity.ACTING, "Q", Capacity.DEPUTY, "KT");

    /** The attribute by which signatures refer to elements; no other spelling is accepted. */
    public static final String ID = "Id";

    /** Id of {@link #DATA}: what principal and seal sign. */
    public static final String DATA_ID = "data";
    /** Id of {@link #INFORMATION}: what the homeroom teacher signs. */
    public static final String INFORMATION_ID = "thongtinhocba";

    static final String GENERAL = "THONG_TIN_CHUNG";
    static final String LOOKUP_CODE = "MA_DINH_DANH_HOC_BA";
    static final String YEAR_RECORD = "MA_HO_SO_NAM";
    static final String VERSION = "PHIEN_BAN";
    static final String LEVEL = "MA_CAP_HOC";
    static final String SCHOOL_YEAR = "NAM_HOC";
    static final String GRADE = "MA_KHOI";
    static final String CLASS_NAME = "TEN_LOP";
    static final String CREATED_ON = "NGAY_LAP";

    /** Whether the version is the first of its record or stands in the place of another. */
    static final String STATUS = "TRANG_THAI_THONG_TIN_HOC_BA";

    static final String FIRST_VERSION = "1";
    static final String REPLACEMENT = "2";

    /** NĐ 88/2026 Điều 8.2: what was made as data has the value of an original; what was digitised from paper is a copy. */
    static final String ORIGIN = "NGUON_GOC";

    static final String BORN_DIGITAL = "BAN_GOC_DIEN_TU";

    static final String ISSUER = "DON_VI_PHAT_HANH";
    static final String SCHOOL_CODE = "MA_TRUONG";
    static final String SCHOOL_NAME = "TEN_TRUONG";
    static final String TAX_CODE = "MA_SO_THUE";
    static final String PROVINCE_CODE = "MA_SO_GD";
    static final String PROVINCE_NAME = "TEN_TINH";
    static final String COMMUNE = "TEN_XA";
    static final String PLACE = "DIA_DANH_PHAT_HANH";

    static final String PUPIL = "HOC_SINH";
    static final String PUPIL_ID = "MA_HE_THONG";
    static final String PUPIL_CODE = "MA_HOC_SINH";
    static final String FULL_NAME = "HO_VA_TEN";
    static final String BIRTH_DATE = "NGAY_SINH";
    static final String GENDER = "GIOI_TINH";
    static final String CODE_ATTRIBUTE = "MA";
    static final String ETHNICITY = "DAN_TOC";
    static final String NATIONALITY = "QUOC_TICH";
    static final String PERSONAL_ID = "SO_DINH_DANH_CA_NHAN";
    static final String BIRTH_PLACE = "NOI_SINH";
    static final String HOME_TOWN = "QUE_QUAN";
    static final String RESIDENCE = "NOI_O_HIEN_NAY";
    static final String FATHER_NAME = "HO_TEN_CHA";
    static final String MOTHER_NAME = "HO_TEN_ME";
    static final String GUARDIAN_NAME = "HO_TEN_NGUOI_GIAM_HO";
    static final String POLICY_GROUP = "DOI_TUONG_CHINH_SACH";

    /** Of a pupil from abroad, who has it instead of a personal ID. */
    static final String TRAVEL_DOCUMENT = "LOAI_GIAY_TO_DI_LAI";

    static final String TRAVEL_DOCUMENT_NO = "SO_GIAY_TO_DI_LAI";

    static final String STUDIES = "QUA_TRINH_HOC_TAP";
    static final String STUDY = "NAM_DA_HOC";
    static final String REGISTER_NO = "SO_DANG_BO";
    static final String ENTERED_ON = "NGAY_NHAP_HOC";

    /** What stands in a record whose regulation has no form of its own here; its code is the attribute {@link #CODE_ATTRIBUTE}. */
    public static final String BY_REGULATION = "DANH_GIA_THEO_QUY_DINH";

    public static final String SUBJECTS = "BANG_DIEM";
    static final String SUBJECT_CODE = "MA_MON_HOC";
    static final String SUBJECT_NAME = "TEN_MON_HOC";
    static final String ACHIEVED = "MUC_DAT_DUOC";
    static final String MARK = "DIEM_KTDK";
    static final String EXEMPT = "MIEN";
    static final String EXEMPT_GROUND = "CAN_CU_MIEN";
    static final String COMMENT = "NHAN_XET";
    static final String TEACHER_ID = "MA_GIAO_VIEN";
    static final String TEACHER_NAME = "HO_TEN_GIAO_VIEN";

    static final String TRAITS = "PHAM_CHAT_NANG_LUC";
    static final String TRAIT = "DANH_GIA";
    static final String TRAIT_CODE = "MA";
    static final String TRAIT_GROUP = "NHOM";
    static final String TRAIT_NAME = "TEN";

    static final String SUMMARY = "TONG_KET";
    static final String EXCUSED = "SO_NGAY_NGHI_CO_PHEP";
    static final String UNEXCUSED = "SO_NGAY_NGHI_KHONG_PHEP";
    static final String HEIGHT = "CHIEU_CAO";
    static final String WEIGHT = "CAN_NANG";
    static final String HOMEROOM_ID = "MA_GVCN";
    static final String HOMEROOM_NAME = "HO_TEN_GVCN";
    /** Comments of sections 2, 3.1 and 3.2 of the form; absent in packets that were issued with one comment for all. */
    static final Map<TraitGroup, String> GROUP_COMMENTS = Map.of(
            TraitGroup.QUALITY, "NHAN_XET_PHAM_CHAT",
            TraitGroup.COMMON_COMPETENCE, "NHAN_XET_NANG_LUC_CHUNG",
            TraitGroup.SPECIFIC_COMPETENCE, "NHAN_XET_NANG_LUC_DAC_THU");

    /** A pupil with disability who is not assessed: the flag of the data dictionary; there only where it is so. */
    static final String NOT_ASSESSED = "CO_KHUYET_TAT_KHONG_DANH_GIA";

    /** A pupil with disability who is assessed by an individual plan; there only where it is so. */
    static final String BY_PLAN = "DANH_GIA_THEO_KHGDCN";

    static final String ASSESSED_GROUND = "CAN_CU_DANH_GIA";
    static final String HOMEROOM_COMMENT = "NHAN_XET_GVCN";
    static final String OVERALL = "DANH_GIA_KQ_GIAO_DUC";
    static final String PROGRAMME_COMPLETED = "DA_HOAN_THANH_CT_LOP_HOC";
    static final String LEVEL_COMPLETED = "DA_HOAN_THANH_CT_TIEU_HOC";
    static final String PROMOTED = "DUOC_LEN_LOP";
    static final String REWARD = "KHEN_THUONG";

    /** For what a title was given that needs more than the result; there only where it was said. */
    static final String REWARD_GROUND = "CAN_CU_KHEN_THUONG";

    static final String CELL = "O";
    static final String CELL_TERM = "HOC_KY";
    static final String CELL_GROUP = "NHOM";
    static final String NAME_ATTRIBUTE = "TEN";
    static final String CLASS_PART = "DANH_GIA_CHUNG";
    static final String RESULT = "KET_QUA";

    static final String PACKAGE = "GOI_TIN_HOC_BA";
    static final String PACKAGE_ID = "MA_GOI_TIN";
    static final String PACKAGE_LIST = "DANH_SACH_HOC_BA";
    static final String PACKAGE_ITEM = "HOC_BA_SO";

    static final String REPORT = "BAO_CAO_HOC_BA";
    static final String REPORT_ID = "MA_BAO_CAO";
    static final String WAVE = "DOT";
    static final String PART_NO = "GOI_SO";
    static final String PARTS = "TONG_SO_GOI";
    static final String REPORT_TOTAL = "TONG_SO_HOC_BA";
    static final String PART_TOTAL = "SO_HOC_BA_TRONG_GOI";
    static final String PACKET_HASH = "MA_BAM_SHA256";
    static final String REPORT_SUPPLEMENTS = "DANH_SACH_DIEU_CHINH";
    static final String REPORT_SUPPLEMENT = "VAN_BAN_DIEU_CHINH";
    static final String REPORT_RETRACTIONS = "DANH_SACH_THU_HOI";
    static final String REPORT_RETRACTION = "HOC_BA_THU_HOI";
    static final String TOTAL = "TONG_SO";
    static final String HAND_OVER = "BAN_GIAO_HOC_BA";
    static final String HAND_OVER_ID = "MA_BAN_GIAO";
    static final String HAND_OVER_FROM = "NOI_DI";
    static final String HAND_OVER_TO = "NOI_DEN";
    static final String UNFINISHED = "HOC_BA_DANG_LAM";
    /** What is signed for the school: the content, the homeroom teacher's signature and as what somebody signs. */
    public static final String HAND_OVER_SIGNED = "NOI_DUNG_BAN_GIAO";
    /** Id of {@link #HAND_OVER_SIGNED}. */
    public static final String HAND_OVER_SIGNED_ID = "bangiao";

    public static final String HAND_OVER_DATA = "DU_LIEU_BAN_GIAO";
    /** In {@link #HAND_OVER_DATA}: that the homeroom teacher signs. */
    public static final String HAND_OVER_HOMEROOM = "CO_GVCN_KY";

    static final String PROGRESS = "TIEN_DO_CHUONG_TRINH";

    public static final String SUPPLEMENT_SEALED = "NOI_DUNG_BO_SUNG";
    public static final String SUPPLEMENT_DATA = "DU_LIEU_BO_SUNG";
    public static final String LEADER_SLOT = "LANH_DAO_SO";
    public static final String PROVINCE_SLOT = "KY_SO_GDDT";

    /** Within what is signed: the structure of the document; missing in those of the first. */
    public static final String SUPPLEMENT_STRUCTURE = "PHIEN_BAN_CAU_TRUC";

    /** Id of {@link #SUPPLEMENT_SEALED}: what the Sở signs, the school's signature included. */
    public static final String SUPPLEMENT_SEALED_ID = "bosung";

    static final String SUPPLEMENT = "BO_SUNG_HOC_BA";
    static final String SUPPLEMENT_ID = "MA_BO_SUNG";
    static final String SUPPLEMENT_BESIDE = "HOC_BA_GOC";
    static final String CHANGE = "DIEU_CHINH";
    static final String CHANGE_GROUND = "LOAI_BO_SUNG";
    static final String FIELD = "MUC";
    static final String FORMER_VALUE = "GIA_TRI_TRONG_HOC_BA";
    static final String RIGHT_VALUE = "GIA_TRI_DUNG";
    static final String DECISION = "QUYET_DINH";
    static final String DECISION_NO = "SO_QUYET_DINH";
    static final String DECISION_DAY = "NGAY_QUYET_DINH";
    static final String DECISION_AUTHORITY = "CO_QUAN_QUYET_DINH";
    static final String DECISION_REASON = "CAN_CU";

    static final Map<Supplement.Ground, String> GROUNDS = Map.of(
            Supplement.Ground.CIVIL_STATUS,
            "HO_TICH",
            Supplement.Ground.CIVIL_STATUS_ADDED,
            "HO_TICH_BO_SUNG",
            Supplement.Ground.ETHNICITY,
            "XAC_DINH_LAI_DAN_TOC",
            Supplement.Ground.PROVEN_ERROR,
            "SAI_SOT");
    static final String REPLACES = "THAY_CHO_VAN_BAN";
    static final String CONSEQUENCES = "HE_QUA";
    static final String CONSEQUENCE = "MUC_HE_QUA";

    static final Map<SchoolLevel, String> LEVELS =
            Map.of(SchoolLevel.PRIMARY, "1", SchoolLevel.LOWER_SECONDARY, "2", SchoolLevel.UPPER_SECONDARY, "3");

    static final Map<String, String> OVERALL_RESULTS =
            Map.of("EXCELLENT", "HTXS", "GOOD", "HTT", "COMPLETED", "HT", "NOT_COMPLETED", "CHT");

    static final Map<TraitGroup, String> TRAIT_GROUPS = Map.of(
            TraitGroup.QUALITY, "PHAM_CHAT",
            TraitGroup.COMMON_COMPETENCE, "NANG_LUC_CHUNG",
            TraitGroup.SPECIFIC_COMPETENCE, "NANG_LUC_DAC_THU");

    private PacketNames() {}

    /** Id of the slot for the teacher of a row; unique in the packet because row ids are. */
    public static String teacherSlotId(String rowId) {
        return "ky-" + rowId;
    }

    /** Gender by QCVN 109:2017/BTTTT: 0 unknown, 1 male, 2 female. */
    static String genderCode(String gender) {
        return switch (gender.strip().toUpperCase(java.util.Locale.ROOT)) {
            case "NAM", "MALE", "1" -> "1";
            case "NỮ", "FEMALE", "2" -> "2";
            default -> "0";
        };
    }

    static String status(int versionNo) {
        return versionNo == 1 ? FIRST_VERSION : REPLACEMENT;
    }

    static String schoolYear(int start) {
        return start + "-" + (start + 1);
    }

    static int schoolYearStart(String text) {
        return Integer.parseInt(text.substring(0, text.indexOf('-')));
    }

    static <K> K keyOf(Map<K, String> codes, String code) {
        return codes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
