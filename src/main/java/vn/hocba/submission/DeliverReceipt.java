package vn.hocba.submission;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.VoidSignatures;
import vn.hocba.workflow.RecordProcesses;

/** Brings a record its answer, and undoes what was signed where that is a rejection. */
@Component
class DeliverReceipt {

    static final String OTHER_VERSION = "submission.other-version";

    private static final int RETURN_REASON_LENGTH = 1000;

    private final SubmissionItemRepository items;
    private final YearRecords records;
    private final PacketStore packets;
    private final VoidSignatures signatures;
    private final RecordProcesses processes;
    private final AuditLog audit;
    private final ObjectProvider<BeforeReturn> beforeReturn;
    private final ApplicationEventPublisher events;

    DeliverReceipt(
            SubmissionItemRepository items,
            YearRecords records,
            PacketStore packets,
            VoidSignatures signatures,
            RecordProcesses processes,
            AuditLog audit,
            ObjectProvider<BeforeReturn> beforeReturn,
            ApplicationEventPublisher events) {
        this.items = items;
        this.records = records;
        this.packets = packets;
        this.signatures = signatures;
        this.processes = processes;
        this.audit = audit;
        this.beforeReturn = beforeReturn;
        this.events = events;
    }

    /**
     * Delivers one.
     *
     * @throws Refused when it is about another version than the record's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deliver(String itemId) {
        SubmissionItem item = items.findById(itemId).orElseThrow();
        YearRecord record = records.lock(item.yearRecordId);
        boolean sent = item.accepted != null;
        boolean accepted = Boolean.TRUE.equals(item.accepted);
        // Only a package that was refused as a whole, or not sent, has no receipts; what came too late is as good as it
        // was.
        boolean whole = item.receiptNo == null || item.late;
        String by = by(item);
        String reasons = item.reasons.length() <= RETURN_REASON_LENGTH
                ? item.reasons
                : item.reasons.substring(0, RETURN_REASON_LENGTH);
        boolean fits = record.versionNo() == item.versionNo;
        if (accepted && !fits) {
            throw Refused.notNow(OTHER_VERSION, item.versionNo, record.versionNo());
        }
        boolean ended = fits
                && !accepted
                && record.state() == RecordState.SUBMITTED
                && beforeReturn.stream().anyMatch(process -> process.ends(record));
        boolean waited = fits
                && !ended
                && (whole
                        ? processes.packageBack(record, sent, reasons, by)
                        : processes.receiptArrived(record, accepted, accepted ? null : reasons, by));
        if (waited && !whole && !accepted) {
            packets.voidCurrent(record.id());
            signatures.ofWhole(record, reasons);
        }
        if (waited && accepted) {
            packets.replaceFormer(record.id());
            events.publishEvent(new VersionAccepted(record.id(), record.versionNo()));
        }
        if (waited || ended) {
            audit.append(
                    record.id(),
                    sent ? accepted ? "submission.accepted" : "submission.rejected" : "submission.not-sent",
                    accepted ? by : by + "\n" + item.reasons);
        }
        if (sent) {
            item.state = accepted ? SubmissionItem.State.ACCEPTED : SubmissionItem.State.REJECTED;
        } else {
            item.state = SubmissionItem.State.NOT_SENT;
        }
    }

    private static String by(SubmissionItem item) {
        if (item.accepted == null) {
            return Texts.vi("submission.by-system");
        }
        return item.receiptNo == null
                ? Texts.vi("submission.by-province")
                : Texts.vi("submission.by-receipt", item.receiptNo);
    }
}
