package vn.hocba.desk.teacher;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.Signatory;
import vn.hocba.desk.SignatureBatch;
import vn.hocba.document.PacketFormat;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.Completeness;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.Snapshots;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.Slot;
import vn.hocba.workflow.BatchJob;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;

/** The homeroom teacher signs the own class in one go: the result is fixed, the packet made, the first slot filled. */
@Service
public class SignHomeroom {

    private final Access access;
    private final SchoolDirectory directory;
    private final PacketSigning signing;
    private final SignatureBatch batch;

    SignHomeroom(Access access, SchoolDirectory directory, PacketSigning signing, SignatureBatch batch) {
        this.access = access;
        this.directory = directory;
        this.signing = signing;
        this.batch = batch;
    }

    /**
     * Starts signing.
     *
     * @param chosen records of the class; empty for all that wait
     * @param pin of the person's certificate; a wrong one signs nothing
     * @return the batch's id
     */
    public String start(String classId, List<String> chosen, char[] pin) {
        ClassInfo info = directory.classById(classId);
        CurrentUser user = access.at(info.schoolId(), Role.TEACHER);
        if (!user.staffId().equals(info.homeroomStaffId())) {
            throw Refused.notAllowed("record.not-your-class");
        }
        List<String> targets = batch.targets(Step.HOMEROOM, classId, chosen);
        return batch.start(
                new Batches.Order(Job.KIND, info.schoolId(), classId, null, targets),
                signing.unlockPersonal(user.staffId(), pin));
    }

    /** Signs one record. */
    @Service
    public static class Job implements BatchJob {

        public static final String KIND = "sign-homeroom";

        private final Access access;
        private final SchoolDirectory directory;
        private final YearRecords records;
        private final Completeness completeness;
        private final OverallAssessment assessment;
        private final Snapshots snapshots;
        private final PacketFormat format;
        private final RecordProcesses processes;
        private final Signatory signatory;
        private final AuditLog audit;

        Job(
                Access access,
                SchoolDirectory directory,
                YearRecords records,
                Completeness completeness,
                OverallAssessment assessment,
                Snapshots snapshots,
                PacketFormat format,
                RecordProcesses processes,
                Signatory signatory,
                AuditLog audit) {
            this.access = access;
            this.directory = directory;
            this.records = records;
            this.completeness = completeness;
            this.assessment = assessment;
            this.snapshots = snapshots;
            this.format = format;
            this.processes = processes;
            this.signatory = signatory;
            this.audit = audit;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public boolean needsKey() {
            return true;
        }

        @Override
        public String perform(BatchRun run, String recordId) {
            YearRecord record = signatory.lock(recordId);
            CurrentUser user = access.at(record.schoolId(), Role.TEACHER);
            if (!user.staffId().equals(directory.classById(record.classId()).homeroomStaffId())) {
                throw Refused.notAllowed("record.not-your-class");
            }
            record.demand(Step.HOMEROOM.state());
            List<String> missing = completeness.ofHomeroom(record);
            if (!missing.isEmpty()) {
                throw Refused.notNow("steps.incomplete", String.join(", ", missing));
            }
            records.fixAssessment(record, assessment.of(record));
            signatory.signFirst(record, format.packet(snapshots.of(record)), Slot.HOMEROOM, run.key(), user);
            audit.append(recordId, "record.signed-homeroom", run.key().serial());
            processes.complete(record, Step.HOMEROOM);
            return null;
        }
    }
}
