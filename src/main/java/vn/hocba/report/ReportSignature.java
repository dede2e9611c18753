package vn.hocba.report;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.report.ReportedParts.Part;
import vn.hocba.shared.Texts;
import vn.hocba.signing.SignedPacket;
import vn.hocba.signing.WholeDocument;
import vn.hocba.workflow.BatchJob.BatchRun;
import vn.hocba.workflow.MinistryReportProcesses;
import vn.hocba.workflow.SigningStep;
import vn.hocba.workflow.ToSign;

/** The signature of the Sở on one part of a report; with the last of them the report is signed. */
@Service
class ReportSignature implements SigningStep {

    static final String KIND = "sign-ministry-report";

    private final OwnReports own;
    private final Reports reports;
    private final ReportContents contents;
    private final MinistryReportProcesses processes;
    private final Session session;
    private final AuditLog audit;
    private final Clock clock;

    ReportSignature(
            OwnReports own,
            Reports reports,
            ReportContents contents,
            MinistryReportProcesses processes,
            Session session,
            AuditLog audit,
            Clock clock) {
        this.own = own;
        this.reports = reports;
        this.contents = contents;
        this.processes = processes;
        this.session = session;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ToSign prepare(BatchRun run, String partId, Instant signedAt) {
        Part part = contents.lock(partId);
        Report report = own.get(part.reportId(), Right.SEND_REPORTS);
        return part.signedAt() != null
                ? ToSign.nothing(Texts.vi("report.part-signed"))
                : ToSign.of(
                        0,
                        contents.write(report, part, own.province(Right.SEND_REPORTS)),
                        WholeDocument.REPORT,
                        signed -> keep(report.id(), partId, signed));
    }

    private void keep(String reportId, String partId, SignedPacket signed) {
        contents.keepSigned(partId, signed.packet(), signed.serial());
        // Of two that end at the same time the second sees the first.
        Report locked = reports.lock(reportId);
        if (contents.unsigned(locked).isEmpty()) {
            locked.sign(session.user().displayName(), clock.instant());
            audit.append(locked.provinceId(), "ministry-report.signed", locked.name() + ": " + locked.total());
            processes.signed(locked.id());
        }
    }
}
