package vn.hocba.correction;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.PacketFormat;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Freeze;
import vn.hocba.shared.Refused;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;

/**
 * Begins the version that is to replace an accepted one, and gives it up. The accepted version stays in force, with its packet and its signatures, until the
 * province has taken the other one (domain §10.2, zone B). The caller holds the record's lock.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class NewVersion {

    private final YearRecords records;
    private final PacketStore packets;
    private final PacketFormat format;
    private final RecordSignatures signatures;
    private final OverallAssessment assessment;
    private final RecordProcesses processes;
    private final Freeze freeze;
    private final AuditLog audit;

    NewVersion(
            YearRecords records,
            PacketStore packets,
            PacketFormat format,
            RecordSignatures signatures,
            OverallAssessment assessment,
            RecordProcesses processes,
            Freeze freeze,
            AuditLog audit) {
        this.records = records;
        this.packets = packets;
        this.format = format;
        this.signatures = signatures;
        this.assessment = assessment;
        this.processes = processes;
        this.freeze = freeze;
        this.audit = audit;
    }

    /**
     * Begins it at the earliest step that has to change: with the teachers of these subjects, with all of them where they sign their rows, else with the
     * homeroom teacher.
     *
     * @param subjects codes of the subjects that reopen; may be empty
     * @param reason shown first to everybody who gets work of it
     * @param by on whose word
     * @throws Refused when the record is not accepted, or frozen already
     */
    void begin(YearRecord record, Set<String> subjects, String reason, String by) {
        record.demand(RecordState.ACCEPTED);
        if (freeze.isClosed(record.id())) {
            throw Refused.notNow("correction.frozen");
        }
        // A number is never used twice: a late receipt for a version that was given up must not be taken for another's.
        int versionNo = Math.max(record.versionNo(), packets.highestVersion(record.id())) + 1;
        packets.keepInForce(record.id());
        boolean rowsOpen = records.beginVersion(record, versionNo) || !subjects.isEmpty();
        subjects.forEach(subject -> records.setFinished(record, subject, false));
        audit.append(record.id(), "record.version-begun", versionNo + ": " + reason);
        processes.reopen(record, rowsOpen ? Step.COMMENTS : Step.HOMEROOM, reason, by);
    }

    /** Why it cannot be given up now; empty when it can. */
    Optional<Refused> obstacle(YearRecord record) {
        return record.state() == RecordState.SUBMITTED && !freeze.isClosed(record.id())
                ? Optional.of(Refused.notNow("correction.with-province"))
                : Optional.empty();
    }

    /**
     * Gives it up: what was entered for it is put back to what the version in force says. Once it lies with the province it cannot be given up, because the
     * province may take it at any moment; only where that has frozen the version in force, it never will.
     *
     * @throws Refused when none is being made, or it lies with the province
     */
    void giveUp(YearRecord record, String reason) {
        obstacle(record).ifPresent(why -> {
            throw why;
        });
        int givenUp = record.versionNo();
        PacketStore.InForce inForce = packets.inForce(record.id())
                .orElseThrow(() -> new IllegalStateException("record " + record.id() + " has no version in force"));
        processes.abandon(record);
        signatures.voidAll(record.id(), givenUp, reason);
        packets.giveUp(record.id());
        records.restore(record, format.read(inForce.packet()));
        records.fixAssessment(record, assessment.of(record));
        audit.append(record.id(), "record.version-given-up", givenUp + ": " + reason);
    }

    /** Whether a version is being made while another one is in force. */
    boolean isBegun(YearRecord record) {
        return packets.inForce(record.id()).isPresent();
    }

    /** Whether it is being made beside this accepted one, and the school still has it in its hands. */
    boolean mayBeGivenUp(YearRecord record, int accepted) {
        return record.versionNo() != accepted
                && record.state().isInWork()
                && record.state() != RecordState.SUBMITTED
                && packets.inForce(record.id())
                        .filter(inForce -> inForce.versionNo() == accepted)
                        .isPresent();
    }
}
