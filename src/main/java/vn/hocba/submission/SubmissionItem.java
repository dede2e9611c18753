package vn.hocba.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import vn.hocba.shared.BaseEntity;

/** One record of a package. */
@Entity
class SubmissionItem extends BaseEntity {

    private static final int REASONS_LENGTH = 4000;

    /** Whether the record has been told what the province answered. */
    enum State {
        WAITING,
        ACCEPTED,
        REJECTED,
        /** The province has never seen it. */
        NOT_SENT
    }

    String packageId;
    String yearRecordId;
    int versionNo;

    @Enumerated(EnumType.STRING)
    State state;

    Boolean accepted;
    String receiptNo;
    boolean late;
    String reasons;

    protected SubmissionItem() {}

    SubmissionItem(String packageId, String yearRecordId, int versionNo) {
        this.packageId = packageId;
        this.yearRecordId = yearRecordId;
        this.versionNo = versionNo;
        this.state = State.WAITING;
    }

    /** @param reason in words */
    void notSent(String reason) {
        accepted = null;
        reasons = reason;
    }

    void answer(boolean isAccepted, String receipt, boolean tooLate, List<String> lines) {
        accepted = isAccepted;
        receiptNo = receipt;
        late = tooLate;
        String text = String.join("\n", lines);
        reasons = text.length() <= REASONS_LENGTH ? text : text.substring(0, REASONS_LENGTH);
    }
}
