package vn.hocba.report;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;

/** A leader of the Sở approves a report, which from then on holds what it held then; only then its clerk applies the certificate of the Sở and it is sent. */
@Service
public class ApproveReport {

    private final OwnReports own;
    private final Reports reports;
    private final ReportContents contents;
    private final MinistrySettings settings;
    private final Session session;
    private final AuditLog audit;
    private final Clock clock;

    ApproveReport(
            OwnReports own,
            Reports reports,
            ReportContents contents,
            MinistrySettings settings,
            Session session,
            AuditLog audit,
            Clock clock) {
        this.own = own;
        this.reports = reports;
        this.contents = contents;
        this.settings = settings;
        this.session = session;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Approves it and fixes which versions it holds: what is frozen afterwards is not signed unseen.
     *
     * @throws Refused when it was approved or signed already, or the current user is no leader of the Sở that reports
     */
    @Transactional
    public void approve(String reportId) {
        own.get(reportId, Right.APPROVE_REPORTS);
        Report report = reports.lock(reportId);
        if (report.state() != ReportState.WAITING || report.approvedBy() != null) {
            throw Refused.notNow("report.already-approved");
        }
        CurrentUser leader = session.user();
        contents.fix(report, own.province(Right.APPROVE_REPORTS), settings.recordsPerPart());
        report.approve(leader.username(), leader.displayName(), clock.instant());
        audit.append(report.provinceId(), "ministry-report.approved", report.name());
    }
}
