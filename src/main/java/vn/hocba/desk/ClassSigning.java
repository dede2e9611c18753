package vn.hocba.desk;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.desk.ClassSignature.Act;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.Slot;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.BatchJob.BatchRun;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.ToSign;

/** The way of every {@link ClassSignature}: only what waits for this person is signed, record by record, and each moves on with its signature. */
@Component
public class ClassSigning {

    private final SchoolDirectory directory;
    private final Inbox inbox;
    private final SigningSessions sessions;
    private final Batches batches;
    private final SignedRecords records;

    ClassSigning(
            SchoolDirectory directory, Inbox inbox, SigningSessions sessions, Batches batches, SignedRecords records) {
        this.directory = directory;
        this.inbox = inbox;
        this.sessions = sessions;
        this.batches = batches;
        this.records = records;
    }

    Confirmation asks(ClassSignature signature, String classId, String part) {
        ClassInfo info = directory.classById(classId);
        CurrentUser signer = signature.signer(info.schoolId(), classId, part);
        return sessions.asks(signature.holder(info.schoolId(), signer));
    }

    String start(ClassSignature signature, String classId, String part, List<String> chosen, Entered entered) {
        try (entered) {
            ClassInfo info = directory.classById(classId);
            CurrentUser signer = signature.signer(info.schoolId(), classId, part);
            List<String> targets = targets(signature, classId, part, chosen);
            String parameter = part.equals(ClassSignature.WHOLE) ? null : part;
            return batches.start(
                    new Batches.Order(signature.kind(), info.schoolId(), classId, parameter, targets),
                    sessions.open(signature.holder(info.schoolId(), signer), entered));
        }
    }

    private List<String> targets(ClassSignature signature, String classId, String part, List<String> chosen) {
        List<String> waiting = inbox.waiting(signature.step(), part, classId);
        List<String> targets = chosen.isEmpty()
                ? waiting
                : waiting.stream().filter(chosen::contains).toList();
        if (targets.isEmpty()) {
            throw Refused.notNow("steps.nothing-to-sign");
        }
        return targets;
    }

    ToSign prepare(ClassSignature signature, BatchRun run, String recordId, Instant signedAt) {
        String part = run.parameter() == null ? ClassSignature.WHOLE : run.parameter();
        YearRecord record = records.lock(recordId);
        CurrentUser signer = signature.signer(record.schoolId(), record.classId(), part);
        record.demand(signature.step().state());
        Slot slot = signature.slot(part);
        byte[] packet = signature.packet(record, new Act(signer, part, signedAt));
        return ToSign.of(
                record.versionNo(),
                signature.beginsPacket() ? records.withRows(record, packet) : packet,
                slot,
                signed -> records.keep(record, slot, signature, signer, signed));
    }
}
