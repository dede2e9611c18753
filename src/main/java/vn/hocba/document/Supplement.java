package vn.hocba.document;

import java.time.LocalDate;
import java.util.List;

/**
 * What a Sở decided after the freeze about one field of a record. It stands beside the record, which nothing changes (domain §10.2, zone C).
 *
 * @param structure {@link #FORMER} or {@link #CURRENT}
 * @param id of the request that it came from; unique
 * @param replaces id of the one about the same field that this holds instead of; null where there is none
 * @param change what is right instead
 * @param consequences what follows from it by the regulation of the year
 * @param createdOn the day it was put together, Asia/Ho_Chi_Minh
 */
public record Supplement(
        int structure,
        String id,
        String replaces,
        Beside beside,
        Change change,
        List<Consequence> consequences,
        Decision decision,
        LocalDate createdOn) {

    public Supplement {
        consequences = List.copyOf(consequences);
    }

    /** School's seal and certificate of the Sở only: what was begun before there were personal signatures. */
    public static final int FORMER = 1;
    /** The head of the school before its seal, a leader of the Sở before its certificate (NĐ 30/2020 Điều 32). */
    public static final int CURRENT = 2;

    /** Why a field is not right any more, or never was. */
    public enum Ground {
        /** Thay đổi, cải chính hộ tịch. */
        CIVIL_STATUS,
        /** Bổ sung thông tin hộ tịch. */
        CIVIL_STATUS_ADDED,
        /** Xác định lại dân tộc. */
        ETHNICITY,
        /** Sai sót đã được chứng minh. */
        PROVEN_ERROR;

        /** Whether civil status says so (Luật Hộ tịch 2014). */
        public boolean isOfCivilStatus() {
            return this != PROVEN_ERROR;
        }
    }

    /**
     * The frozen version.
     *
     * @param packetHash SHA-256 of its packet, hexadecimal
     */
    public record Beside(
            String lookupCode,
            String yearRecordId,
            int versionNo,
            String packetHash,
            String schoolCode,
            String schoolName) {}

    /**
     * The field.
     *
     * @param field name of its element in the packet; of a subject the id of its row; {@code KHAC} for any other
     * @param fieldName in words
     * @param former what the packet says; null where it says nothing
     */
    public record Change(Ground ground, String field, String fieldName, String former, String right) {}

    /** Another field that is not right any more because of the change; the parts as in {@link Change}. */
    public record Consequence(String field, String fieldName, String former, String right) {}

    /** On whose word; reason as in the decision. */
    public record Decision(String number, LocalDate on, String authority, String reason) {}
}
