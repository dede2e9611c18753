package vn.hocba.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.record.Individually;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.record.RecordSnapshot.Study;
import vn.hocba.record.Tt27Version;
import vn.hocba.record.Tt27View.SubjectMarks;
import vn.hocba.record.Tt27View.Summary;
import vn.hocba.record.Tt27View.TraitGroup;
import vn.hocba.record.Tt27View.TraitRow;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.SchoolLevel;

/** A complete record of a good pupil of grade 4, to be changed where a test needs it. */
public final class SnapshotBuilder {

    private String lookupCode = "0193a7c4e5f64b2d8c1e0f9a7b6d5c43";
    private int versionNo = 1;
    private int grade = 4;
    private String fullName = "Lò Thị Mai";
    private String personalId = "079317012345";
    private String ethnicity = "Thái";
    private String nationality = "Việt Nam";
    private String place = "Thành phố Hồ Chí Minh";
    private String subjectComment = "Nắm vững kiến thức, vận dụng linh hoạt.";
    private String homeroomComment = "Chăm ngoan, biết giúp đỡ bạn bè, tích cực tham gia hoạt động của lớp.";
    private String exemptSubject = "";
    private Map<String, String> exemptGrounds = Map.of();
    private String overall = "GOOD";
    private boolean programmeCompleted = true;
    private Boolean promoted = true;
    private String reward = "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện";
    private BigDecimal heightCm = BigDecimal.valueOf(135);
    private BigDecimal weightKg = BigDecimal.valueOf(32);
    private final Map<TraitGroup, String> comments = new EnumMap<>(TraitGroup.class);
    private Individually individually;
    private String rewardGround;
    private String commune;
    private String travelDocument;
    private String travelDocumentNo;
    private int schoolYear = 2026;
    private String className;
    private List<Study> studies = List.of();
    private UnaryOperator<PupilInfo> pupilChange = pupil -> pupil;

    private SnapshotBuilder() {}

    public static SnapshotBuilder aRecord() {
        return new SnapshotBuilder();
    }

    public SnapshotBuilder lookupCode(String value) {
        lookupCode = value;
        return this;
    }

    public SnapshotBuilder version(int value) {
        versionNo = value;
        return this;
    }

    public SnapshotBuilder grade(int value) {
        grade = value;
        return this;
    }

    public SnapshotBuilder pupilNamed(String value) {
        fullName = value;
        return this;
    }

    public SnapshotBuilder ethnicity(String value) {
        ethnicity = value;
        return this;
    }

    /** A pupil from abroad: no personal ID. */
    public SnapshotBuilder foreigner(String country) {
        personalId = null;
        ethnicity = null;
        nationality = country;
        return this;
    }

    /** Who has a travel document instead. */
    public SnapshotBuilder travelDocument(String kind, String number) {
        travelDocument = kind;
        travelDocumentNo = number;
        return this;
    }

    public SnapshotBuilder commune(String value) {
        commune = value;
        return this;
    }

    /** The year in which it was made, and the class. */
    public SnapshotBuilder year(int start, String inClass) {
        schoolYear = start;
        className = inClass;
        return this;
    }

    public SnapshotBuilder studies(Study... rows) {
        studies = List.of(rows);
        return this;
    }

    public SnapshotBuilder place(String value) {
        place = value;
        return this;
    }

    public SnapshotBuilder subjectComment(String value) {
        subjectComment = value;
        return this;
    }

    public SnapshotBuilder weight(String kg) {
        weightKg = new BigDecimal(kg);
        return this;
    }

    /** What was written about a section of the form. */
    public SnapshotBuilder comment(TraitGroup group, String value) {
        comments.put(group, value);
        return this;
    }

    public SnapshotBuilder rewardFor(String ground) {
        rewardGround = ground;
        return this;
    }

    /** Assessed by a plan, or not at all: without a result. */
    public SnapshotBuilder individually(AssessedBy by, String ground, boolean completed) {
        individually = new Individually(by, ground);
        overall = null;
        programmeCompleted = completed;
        promoted = grade == 5 ? null : Boolean.valueOf(completed);
        reward = null;
        return this;
    }

    public SnapshotBuilder homeroomComment(String value) {
        homeroomComment = value;
        return this;
    }

    /** Exempt from one subject, by its code. */
    public SnapshotBuilder exemptFrom(String subjectCode, String ground) {
        exemptGrounds = Map.of(subjectCode, ground);
        return exemptFrom(subjectCode);
    }

    public SnapshotBuilder exemptFrom(String subjectCode) {
        exemptSubject = subjectCode;
        return this;
    }

    public SnapshotBuilder result(String result, boolean completed, Boolean isPromoted) {
        overall = result;
        programmeCompleted = completed;
        promoted = isPromoted;
        return this;
    }

    public SnapshotBuilder reward(String value) {
        reward = value;
        return this;
    }

    public SnapshotBuilder notMeasured() {
        heightCm = null;
        weightKg = null;
        return this;
    }

    public SnapshotBuilder pupil(UnaryOperator<PupilInfo> change) {
        pupilChange = change;
        return this;
    }

    public RecordSnapshot build() {
        PupilInfo pupil = new PupilInfo(
                "0193a7c4000000000000000000000001",
                "7937228015",
                fullName,
                LocalDate.of(2023 - grade, 3, 9),
                "Nữ",
                ethnicity,
                nationality,
                personalId,
                "Phường Bến Thành, Thành phố Hồ Chí Minh",
                "Phường Hồng Bàng, Thành phố Hồ Chí Minh",
                "Tổ 18, Phường An Đông, Thành phố Hồ Chí Minh",
                "Lò Văn Hưng",
                "Quách Tường Vi",
                null,
                null,
                travelDocument,
                travelDocumentNo);
        RecordSnapshot version = Tt27Version.of(
                lookupCode,
                "0193a7c4000000000000000000000002",
                versionNo,
                SchoolLevel.PRIMARY,
                schoolYear,
                grade,
                className == null ? grade + "A" : className,
                LocalDate.of(schoolYear + 1, 5, 28),
                new Issuer(
                        "79774401",
                        "Trường Tiểu học Hòa Bình",
                        "0312345678",
                        "79",
                        "Thành phố Hồ Chí Minh",
                        place,
                        commune),
                pupilChange.apply(pupil),
                subjects(),
                traits(),
                comments,
                individually,
                rewardGround,
                new Summary(
                        2,
                        0,
                        heightCm,
                        weightKg,
                        "0193a7c4000000000000000000000003",
                        "Đỗ Thùy Dương",
                        homeroomComment,
                        overall,
                        programmeCompleted,
                        promoted,
                        reward));
        return Tt27Version.exempting(version, exemptGrounds).having(studies);
    }

    /** The signatures of a released record, in order. */
    public static List<SignatureLine> signatures() {
        return List.of(
                new SignatureLine(
                        "GVCN",
                        "Đỗ Thùy Dương",
                        "Giáo viên",
                        Instant.parse("2027-05-28T02:15:07Z"),
                        "5403a1f2c97be8d16a20c4119f0d3b7e"),
                new SignatureLine(
                        "CBQL",
                        "Nguyễn Thị Ngọc Ánh",
                        "Hiệu trưởng",
                        Instant.parse("2027-05-29T08:03:44Z"),
                        "5403a1f2c97be8d16a20c4119f0d3b80"),
                new SignatureLine(
                        "KY_PHAT_HANH",
                        "Trường Tiểu học Hòa Bình",
                        "",
                        Instant.parse("2027-05-29T17:30:00Z"),
                        "5403a1f2c97be8d16a20c4119f0d3b91"));
    }

    private List<SubjectMarks> subjects() {
        List<SubjectMarks> rows = new ArrayList<>();
        subject(rows, "TV", "Tiếng Việt", 8, 1);
        subject(rows, "TOAN", "Toán", 10, 1);
        subject(rows, "NN1", "Ngoại ngữ 1 (Tiếng Anh)", grade < 3 ? null : 9, 1);
        subject(rows, "DD", "Đạo đức", null, 1);
        if (grade <= 3) {
            subject(rows, "TNXH", "Tự nhiên và Xã hội", null, 1);
        }
        subject(rows, "LSDL", "Lịch sử và Địa lí", 9, 4);
        subject(rows, "KH", "Khoa học", 9, 4);
        subject(rows, "TH", "Tin học và Công nghệ (Tin học)", 9, 3);
        subject(rows, "CN", "Tin học và Công nghệ (Công nghệ)", 8, 3);
        subject(rows, "GDTC", "Giáo dục thể chất", null, 1);
        subject(rows, "AN", "Nghệ thuật (Âm nhạc)", null, 1);
        subject(rows, "MT", "Nghệ thuật (Mĩ thuật)", null, 1);
        subject(rows, "HDTN", "Hoạt động trải nghiệm", null, 1);
        return rows;
    }

    private void subject(List<SubjectMarks> rows, String code, String name, Integer mark, int firstGrade) {
        if (grade < firstGrade) {
            return;
        }
        boolean exempt = code.equals(exemptSubject);
        rows.add(new SubjectMarks(
                "mon-" + code.toLowerCase(Locale.ROOT),
                code,
                name,
                exempt ? null : "T",
                exempt ? null : mark,
                exempt,
                exempt ? null : subjectComment,
                "0193a7c4000000000000000000000003",
                "Đỗ Thùy Dương"));
    }

    private List<TraitRow> traits() {
        List<TraitRow> rows = new ArrayList<>();
        trait(rows, "PC", TraitGroup.QUALITY, "Yêu nước", "Nhân ái", "Chăm chỉ", "Trung thực", "Trách nhiệm");
        trait(
                rows,
                "NLC",
                TraitGroup.COMMON_COMPETENCE,
                "Tự chủ và tự học",
                "Giao tiếp và hợp tác",
                "Giải quyết vấn đề và sáng tạo");
        trait(
                rows,
                "NLD",
                TraitGroup.SPECIFIC_COMPETENCE,
                "Ngôn ngữ",
                "Tính toán",
                "Khoa học",
                "Công nghệ",
                "Tin học",
                "Thẩm mĩ",
                "Thể chất");
        if (grade < 3) {
            rows.removeIf(row -> row.code().equals("NLD4") || row.code().equals("NLD5"));
        }
        return rows;
    }

    private static void trait(List<TraitRow> rows, String prefix, TraitGroup group, String... names) {
        for (int i = 0; i < names.length; i++) {
            rows.add(new TraitRow(prefix + (i + 1), group, names[i], i == 2 ? "Đ" : "T"));
        }
    }
}
