package vn.hocba.document;

import java.util.Map;

/** Names and codes that only receipts of the Sở and the lists of them have (docs/packet.md); what they share with the packet says {@link PacketNames}. */
final class ReceiptNames {

    static final String RECEIPT_LIST = "DANH_SACH_BIEN_NHAN";
    static final String RECEIPT_LIST_ID = "MA_DANH_SACH";
    static final String RECEIPT_KIND = "LOAI_BIEN_NHAN";
    static final String RECEIPT_PROVINCE = "TEN_SO_GD";
    static final String PROVINCE_TAX_CODE = "MA_SO_THUE_SO_GD";
    static final String EFFECTIVE_ON = "NGAY_HIEU_LUC";
    static final String INTAKE_FROM = "TU_NGAY";
    static final String INTAKE_TO = "DEN_NGAY";
    static final String RECEIPT_TOTAL = "TONG_SO_BIEN_NHAN";
    static final String RECEIPT_ROOT = "MA_BAM_GOC";
    static final String APPROVED_BY = "LANH_DAO_DUYET";
    static final String APPROVED_ON = "NGAY_DUYET";
    static final String RECEIPT = "BIEN_NHAN";
    static final String FREEZE_RECEIPT = "BIEN_NHAN_CHOT";
    static final String INTAKE_RECEIPT = "BIEN_NHAN_TIEP_NHAN";
    static final String RECEIPT_NO = "SO_BIEN_NHAN";
    static final String RECEIPT_ACCEPTED = "TIEP_NHAN";
    static final String RECEIPT_AT = "THOI_DIEM";
    static final String RECEIPT_SALT = "MUOI";
    static final String RECEIPT_PLACE = "VI_TRI";
    static final String RECEIPT_PATH = "DUONG_DAN";
    static final String RECEIPT_NEIGHBOUR = "MA_BAM";
    static final String RECEIPT_SIGNED_LIST = "DANH_SACH_DA_KY";

    static final Map<ReceiptLeaf.Kind, String> RECEIPT_KINDS =
            Map.of(ReceiptLeaf.Kind.FREEZE, "CHOT", ReceiptLeaf.Kind.INTAKE, "TIEP_NHAN");

    private ReceiptNames() {}
}
