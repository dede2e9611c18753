package vn.hocba.report;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Right;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.MinistryReportProcesses;

/** Sends a report at once that could not be sent so far. */
@Service
public class SendAgain {

    private final OwnReports own;
    private final MinistryReportProcesses processes;
    private final AuditLog audit;

    SendAgain(OwnReports own, MinistryReportProcesses processes, AuditLog audit) {
        this.own = own;
        this.processes = processes;
        this.audit = audit;
    }

    /** @throws Refused when it waits for nothing any more, or the current user is not of the Sở */
    @Transactional
    public void send(String reportId) {
        Report report = own.get(reportId, Right.SEND_REPORTS);
        if (!processes.tryAgain(reportId)) {
            throw Refused.notNow("report.nothing-to-send");
        }
        audit.append(report.provinceId(), "ministry-report.sent-again", report.name());
    }
}
