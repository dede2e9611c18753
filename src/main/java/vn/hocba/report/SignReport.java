package vn.hocba.report;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.SigningSession;
import vn.hocba.workflow.Batches;

/** The clerk of the Sở signs a report that a leader has approved, part by part, with the certificate of the Sở; sending follows by itself. */
@Service
public class SignReport {

    private final OwnReports own;
    private final Reports reports;
    private final ReportContents contents;
    private final SigningSessions sessions;
    private final Batches batches;
    private final MinistrySettings settings;
    private final Session session;
    private final TransactionTemplate transaction;

    SignReport(
            OwnReports own,
            Reports reports,
            ReportContents contents,
            SigningSessions sessions,
            Batches batches,
            MinistrySettings settings,
            Session session,
            PlatformTransactionManager transactions) {
        this.own = own;
        this.reports = reports;
        this.contents = contents;
        this.sessions = sessions;
        this.batches = batches;
        this.settings = settings;
        this.session = session;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the current user is asked to sign: the certificate is that of the Sở. */
    public Confirmation asks() {
        return sessions.asks(KeyHolder.unit(own.province(Right.SEND_REPORTS).id()));
    }

    /**
     * Starts signing, or goes on where it was interrupted: what is signed stays.
     *
     * @param entered to confirm; a wrong PIN changes nothing
     * @return the batch's id
     * @throws Refused when everything is signed, no leader has approved it, or the current user has, the key cannot be used, or the current user is not the clerk of the Sở
     */
    public String sign(String reportId, Entered entered) {
        try (entered) {
            Unit province = own.province(Right.SEND_REPORTS);
            Report report = own.get(reportId, Right.SEND_REPORTS);
            if (report.state() != ReportState.WAITING) {
                throw Refused.notNow("report.already-signed");
            }
            own.demandApproved(report, session.user());
            String batchId = start(reportId, province, sessions.open(KeyHolder.unit(province.id()), entered));
            transaction.executeWithoutResult(status -> reports.lock(reportId).signedBy(batchId));
            return batchId;
        }
    }

    private String start(String reportId, Unit province, SigningSession signing) {
        List<String> parts;
        try {
            parts = transaction.execute(status -> unsigned(reportId, province));
        } catch (RuntimeException e) {
            signing.close();
            throw e;
        }
        return batches.start(
                new Batches.Order(ReportSignature.KIND, new UnitId(province.id()), null, reportId, parts), signing);
    }

    private List<String> unsigned(String reportId, Unit province) {
        Report report = reports.lock(reportId);
        if (report.parts() == 0) { // approved before an approval fixed what the report holds
            contents.fix(report, province, settings.recordsPerPart());
        }
        return contents.unsigned(report);
    }
}
