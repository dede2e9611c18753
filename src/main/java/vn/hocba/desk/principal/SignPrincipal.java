package vn.hocba.desk.principal;

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
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.Slot;
import vn.hocba.workflow.BatchJob;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;

/** The principal or a deputy approves records of a class by signing them. */
@Service
public class SignPrincipal {

    private final Access access;
    private final SchoolDirectory directory;
    private final PacketSigning signing;
    private final SignatureBatch batch;

    SignPrincipal(Access access, SchoolDirectory directory, PacketSigning signing, SignatureBatch batch) {
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
        CurrentUser user = access.at(info.schoolId(), Role.PRINCIPAL);
        List<String> targets = batch.targets(Step.PRINCIPAL, classId, chosen);
        return batch.start(
                new Batches.Order(Job.KIND, info.schoolId(), classId, null, targets),
                signing.unlockPersonal(user.staffId(), pin));
    }

    /** Signs one record. */
    @Service
    public static class Job implements BatchJob {

        public static final String KIND = "sign-principal";

        private final Access access;
        private final RecordProcesses processes;
        private final Signatory signatory;
        private final AuditLog audit;

        Job(Access access, RecordProcesses processes, Signatory signatory, AuditLog audit) {
            this.access = access;
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
            CurrentUser user = access.at(record.schoolId(), Role.PRINCIPAL);
            record.demand(Step.PRINCIPAL.state());
            signatory.signNext(record, Slot.PRINCIPAL, run.key(), user);
            audit.append(recordId, "record.signed-principal", run.key().serial());
            processes.complete(record, Step.PRINCIPAL);
            return null;
        }
    }
}
