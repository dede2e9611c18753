package vn.hocba.dossier;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.registry.FreezeReceipts;
import vn.hocba.registry.FreezeReceipts.Standing;
import vn.hocba.registry.IntakeReceipts;
import vn.hocba.registry.IntakeReceipts.Answer;

/** What the Sở confirms of a record, for those who read the whole of it: how it was answered, and since when it is in effect. */
@Service
public class RecordReceipts {

    private final RecordAccess access;
    private final FreezeReceipts freezes;
    private final IntakeReceipts intake;
    private final AuditLog audit;

    RecordReceipts(RecordAccess access, FreezeReceipts freezes, IntakeReceipts intake, AuditLog audit) {
        this.access = access;
        this.freezes = freezes;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * What there is.
     *
     * @param answer the last one about it; null where the Sở has not answered yet
     * @param freeze null until it is frozen
     */
    public record Receipts(Answer answer, Standing freeze) {}

    /** @throws vn.hocba.shared.Refused when the record is not the current user's concern */
    @Transactional(readOnly = true)
    public Receipts of(String recordId) {
        access.demandWhole(recordId);
        Optional<Answer> answer = intake.of(recordId);
        return new Receipts(answer.orElse(null), freezes.ofRecord(recordId).orElse(null));
    }

    /**
     * The receipt of the last answer.
     *
     * @throws vn.hocba.shared.Refused when the Sở has not signed it yet, or it does not pass its checks
     */
    @Transactional
    public byte[] ofIntake(String recordId) {
        access.demandWhole(recordId);
        byte[] document = intake.document(recordId);
        audit.appendRead(recordId, "record.downloaded", null);
        return document;
    }

    /**
     * The packet with the receipt of its freeze.
     *
     * @throws vn.hocba.shared.Refused when the Sở has not signed it yet, or it does not pass its checks
     */
    @Transactional
    public byte[] ofFreeze(String recordId) {
        access.demandWhole(recordId);
        byte[] document = freezes.documentOfRecord(recordId);
        audit.appendRead(recordId, "record.downloaded", null);
        return document;
    }
}
