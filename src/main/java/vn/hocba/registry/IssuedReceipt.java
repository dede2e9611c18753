package vn.hocba.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import vn.hocba.shared.BaseEntity;

/** A receipt as it is kept: the same packet sent again is answered with it. */
@Entity
@Table(name = "receipt")
class IssuedReceipt extends BaseEntity {

    private static final int REASONS_LENGTH = 4000;

    String receiptNo;
    String idempotencyKey;
    String packageId;
    String provinceCode;
    String schoolCode;
    String schoolName;
    int schoolYear;
    String className;
    String pupilName;
    String yearRecordId;
    int versionNo;
    boolean latest;
    boolean accepted;
    /** Not kept: what was late is never answered with this receipt again. */
    @Transient
    boolean late;

    String reasons;
    Instant at;

    void setReasons(List<String> lines) {
        String text = String.join("\n", lines);
        reasons = text.length() <= REASONS_LENGTH ? text : text.substring(0, REASONS_LENGTH);
    }

    ProvinceReceipt toReceipt() {
        return new ProvinceReceipt(
                receiptNo,
                yearRecordId,
                versionNo,
                accepted,
                late,
                reasons == null || reasons.isEmpty() ? List.of() : List.of(reasons.split("\n")),
                at);
    }
}
