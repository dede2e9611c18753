package vn.hocba.desk;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.desk.ClassSignature.Act;
import vn.hocba.desk.ClassSignature.Bears;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.Slot;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
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

    Confirmation asks(ClassSignature signature, List<String> classIds, String part) {
        return sessions.asks(holder(signature, classIds, part));
    }

    /** The batch stands at the first of the classes. */
    String start(ClassSignature signature, List<String> classIds, String part, List<String> chosen, Entered entered) {
        try (entered) {
            KeyHolder holder = holder(signature, classIds, part);
            List<String> targets = targets(signature, classIds, part, chosen);
            ClassInfo first = directory.classById(classIds.get(0));
            String parameter = part.equals(ClassSignature.WHOLE) ? null : part;
            return batches.start(
                    new Batches.Order(
                            signature.kind(),
                            new UnitId(first.schoolId()),
                            new ClassId(first.id()),
                            parameter,
                            targets),
                    sessions.open(holder, entered));
        }
    }

    /** Whose key signs, once it is known that this person may sign in each of the classes. */
    private KeyHolder holder(ClassSignature signature, List<String> classIds, String part) {
        List<KeyHolder> holders = classIds.stream()
                .map(directory::classById)
                .map(info -> signature.holder(info.schoolId(), signature.signer(info.schoolId(), info.id(), part)))
                .distinct()
                .toList();
        if (holders.size() != 1) {
            throw new IllegalArgumentException("one key signs, not " + holders.size());
        }
        return holders.get(0);
    }

    private List<String> targets(ClassSignature signature, List<String> classIds, String part, List<String> chosen) {
        List<String> waiting = classIds.stream()
                .flatMap(classId -> inbox.waiting(signature.step(), part, classId).stream())
                .toList();
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
                signature.bears() == Bears.ROWS ? records.withRows(record, packet) : packet,
                slot,
                signed -> records.keep(record, part, slot, signature, signer, signed));
    }
}
