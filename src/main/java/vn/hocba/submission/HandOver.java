package vn.hocba.submission;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.YearRecord;
import vn.hocba.workflow.RecordProcesses;
import vn.hocba.workflow.Step;
import vn.hocba.workflow.SubmissionProcesses;

/** Hands a signed package over for sending: with it its records leave the clerk. */
@Component
class HandOver {

    private final SubmissionPackageRepository packages;
    private final SubmissionItemRepository items;
    private final RecordProcesses processes;
    private final SubmissionProcesses submissions;
    private final AuditLog audit;

    HandOver(
            SubmissionPackageRepository packages,
            SubmissionItemRepository items,
            RecordProcesses processes,
            SubmissionProcesses submissions,
            AuditLog audit) {
        this.packages = packages;
        this.items = items;
        this.processes = processes;
        this.submissions = submissions;
        this.audit = audit;
    }

    /** @param records locked, those that are in the package */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forSending(SubmissionPackage signed, List<YearRecord> records) {
        packages.save(signed);
        for (YearRecord record : records) {
            items.save(new SubmissionItem(signed.id(), record.id(), record.versionNo()));
            processes.complete(record, Step.SUBMIT);
            audit.append(record.id(), "submission.submitted", signed.id());
        }
        submissions.start(signed.id());
    }
}
