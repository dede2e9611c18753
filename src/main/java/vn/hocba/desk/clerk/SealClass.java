package vn.hocba.desk.clerk;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.Signatory;
import vn.hocba.desk.SignatureBatch;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.signing.Slot;
import vn.hocba.workflow.BatchJob;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;

/** The clerk applies the school's seal, only to what the principal signed and never as the one who signed it (NĐ 30/2020 Điều 32). */
@Service
public class SealClass {

    private final Access access;
    private final SchoolDirectory directory;
    private final PacketSigning signing;
    private final SignatureBatch batch;

    SealClass(Access access, SchoolDirectory directory, PacketSigning signing, SignatureBatch batch) {
        this.access = access;
        this.directory = directory;
        this.signing = signing;
        this.batch = batch;
    }

    /**
     * Starts sealing.
     *
     * @param chosen records of the class; empty for all that wait
     * @param pin of the school's certificate; a wrong one seals nothing
     * @return the batch's id
     */
    public String start(String classId, List<String> chosen, char[] pin) {
        ClassInfo info = directory.classById(classId);
        access.at(info.schoolId(), Role.CLERK);
        List<String> targets = batch.targets(Step.SEAL, classId, chosen);
        return batch.start(
                new Batches.Order(Job.KIND, info.schoolId(), classId, null, targets),
                signing.unlockSeal(info.schoolId(), pin));
    }

    /** Seals one record. */
    @Service
    static class Job implements BatchJob {

        static final String KIND = "seal";

        private final Access access;
        private final SchoolDirectory directory;
        private final RecordSignatures signatures;
        private final RecordProcesses processes;
        private final Signatory signatory;
        private final AuditLog audit;

        Job(
                Access access,
                SchoolDirectory directory,
                RecordSignatures signatures,
                RecordProcesses processes,
                Signatory signatory,
                AuditLog audit) {
            this.access = access;
            this.directory = directory;
            this.signatures = signatures;
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
            CurrentUser user = access.at(record.schoolId(), Role.CLERK);
            record.demand(Step.SEAL.state());
            if (signatures.hasSigned(recordId, record.versionNo(), user.staffId())) {
                throw Refused.notAllowed("steps.seal.same-person");
            }
            String school = directory.unit(record.schoolId()).name();
            signatory.signNext(record, Slot.SEAL, run.key(), user.staffId(), school, "");
            audit.append(recordId, "record.sealed", run.key().serial());
            processes.complete(record, Step.SEAL);
            return null;
        }
    }
}
