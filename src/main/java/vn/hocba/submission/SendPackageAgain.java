package vn.hocba.submission;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.SubmissionProcesses;

/** The clerk sends a package at once that could not be sent so far. */
@Service
public class SendPackageAgain {

    private final SubmissionPackageRepository packages;
    private final Access access;
    private final SubmissionProcesses submissions;
    private final AuditLog audit;

    SendPackageAgain(
            SubmissionPackageRepository packages, Access access, SubmissionProcesses submissions, AuditLog audit) {
        this.packages = packages;
        this.access = access;
        this.submissions = submissions;
        this.audit = audit;
    }

    /** @throws Refused when it waits for nothing any more, or the current user is not a clerk of the school */
    @Transactional
    public void send(String packageId) {
        SubmissionPackage pack =
                packages.findById(packageId).orElseThrow(() -> Refused.notFound("submission.unknown-package"));
        access.at(pack.schoolId, Right.SUBMIT);
        if (!submissions.tryAgain(packageId)) {
            throw Refused.notNow("submission.already-answered");
        }
        audit.append(packageId, "submission.sent-again", null);
    }
}
