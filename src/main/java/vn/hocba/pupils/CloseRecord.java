package vn.hocba.pupils;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.correction.GiveUpVersion;
import vn.hocba.record.Leave;
import vn.hocba.record.Leaves;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestState;
import vn.hocba.request.Requests;
import vn.hocba.school.EnrolmentStatus;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.VoidSignatures;
import vn.hocba.transfer.TransferRequest;
import vn.hocba.workflow.RecordProcesses;

/**
 * The pupil does not study at the school any more: the open record is closed with the reason, its work is gone, and what was asked for about it ends. What the
 * Sở has accepted stays as it was issued. The caller holds the record's lock.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CloseRecord {

    private final PacketStore packets;
    private final VoidSignatures signatures;
    private final GiveUpVersion versions;
    private final Requests requests;
    private final RequestMoves moves;
    private final Leaves leaves;
    private final RecordProcesses processes;
    private final AuditLog audit;

    CloseRecord(
            PacketStore packets,
            VoidSignatures signatures,
            GiveUpVersion versions,
            Requests requests,
            RequestMoves moves,
            Leaves leaves,
            RecordProcesses processes,
            AuditLog audit) {
        this.packets = packets;
        this.signatures = signatures;
        this.versions = versions;
        this.requests = requests;
        this.moves = moves;
        this.leaves = leaves;
        this.processes = processes;
        this.audit = audit;
    }

    /** Why the record cannot be closed now, and what to do; empty when it can. */
    static Optional<Refused> obstacle(YearRecord record) {
        return record.state() == RecordState.SUBMITTED
                ? Optional.of(
                        Refused.notNow("pupils.with-province", record.state().term()))
                : Optional.empty();
    }

    /** @throws Refused when the record is with the Sở just now, or nobody works on it */
    void close(YearRecord record, Leave leave) {
        obstacle(record).ifPresent(why -> {
            throw why;
        });
        String why = Texts.vi("pupils.gone." + leave.reason());
        boolean issued = versions.isBegun(record);
        endRequests(record, leave, why);
        if (issued) {
            versions.giveUp(record, why);
            return;
        }
        packets.voidCurrent(record.id());
        signatures.ofWhole(record, why);
        leaves.add(record, leave);
        audit.append(record.id(), "record.closed", leave.decisionNo() == null ? why : why + " " + leave.decisionNo());
        processes.leave(record);
    }

    /** A transfer goes on: it takes the closed record along. */
    private void endRequests(YearRecord record, Leave leave, String why) {
        for (Request open : requests.openOf(List.of(record.id()))) {
            boolean takesItAlong =
                    leave.reason() != EnrolmentStatus.DECEASED && TransferRequest.NAME.equals(open.kind());
            // One may have ended with another.
            if (!takesItAlong && open.state() == RequestState.OPEN) {
                moves.cancel(open, why);
            }
        }
    }
}
