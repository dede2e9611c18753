package vn.hocba.report;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Session;
import vn.hocba.report.ReportedParts.Part;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.UnlockedKey;
import vn.hocba.workflow.BatchJob;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.MinistryReportProcesses;

/** An officer of the Sở signs a report, part by part, with the certificate of the Sở; sending follows by itself. */
@Service
public class SignReport {

    private final OwnReports own;
    private final Reports reports;
    private final ReportContents contents;
    private final PacketSigning signing;
    private final Batches batches;
    private final MinistrySettings settings;
    private final TransactionTemplate transaction;

    SignReport(
            OwnReports own,
            Reports reports,
            ReportContents contents,
            PacketSigning signing,
            Batches batches,
            MinistrySettings settings,
            PlatformTransactionManager transactions) {
        this.own = own;
        this.reports = reports;
        this.contents = contents;
        this.signing = signing;
        this.batches = batches;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Starts signing, or goes on where it was interrupted: what is signed stays. The first time it fixes which versions the report holds.
     *
     * @param pin of the certificate of the Sở; a wrong one changes nothing
     * @return the batch's id
     * @throws Refused when everything is signed, the key cannot be used, or the current user is not of the Sở
     */
    public String sign(String reportId, char[] pin) {
        Unit province = own.province();
        if (own.get(reportId).state() != ReportState.WAITING) {
            throw Refused.notNow("report.already-signed");
        }
        UnlockedKey key = signing.unlockSeal(province.id(), pin);
        try {
            List<String> parts = transaction.execute(status -> unsigned(reportId, province));
            String batchId = batches.start(new Batches.Order(Job.KIND, province.id(), null, reportId, parts), key);
            transaction.executeWithoutResult(status -> reports.lock(reportId).signedBy(batchId));
            return batchId;
        } catch (RuntimeException e) {
            key.close();
            throw e;
        }
    }

    private List<String> unsigned(String reportId, Unit province) {
        Report report = reports.lock(reportId);
        if (report.parts() == 0) {
            contents.fix(report, province, settings.recordsPerPart());
        }
        return contents.unsigned(report);
    }

    /** Signs one part. */
    @Service
    static class Job implements BatchJob {

        static final String KIND = "sign-ministry-report";

        private final OwnReports own;
        private final Reports reports;
        private final ReportContents contents;
        private final PacketSigning signing;
        private final MinistryReportProcesses processes;
        private final Session session;
        private final AuditLog audit;
        private final Clock clock;

        Job(
                OwnReports own,
                Reports reports,
                ReportContents contents,
                PacketSigning signing,
                MinistryReportProcesses processes,
                Session session,
                AuditLog audit,
                Clock clock) {
            this.own = own;
            this.reports = reports;
            this.contents = contents;
            this.signing = signing;
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
        public boolean needsKey() {
            return true;
        }

        @Override
        public String perform(BatchRun run, String partId) {
            Part part = contents.lock(partId);
            Report report = own.get(part.reportId());
            if (part.signedAt() != null) {
                return Texts.vi("report.part-signed");
            }
            byte[] unsigned = contents.write(report, part, own.province());
            contents.keepSigned(
                    partId, signing.signReport(unsigned, run.key()), run.key().serial());
            // Of two that end at the same time the second sees the first.
            Report locked = reports.lock(report.id());
            if (contents.unsigned(locked).isEmpty()) {
                locked.sign(session.user().displayName(), clock.instant());
                audit.append(locked.provinceId(), "ministry-report.signed", locked.name() + ": " + locked.total());
                processes.signed(locked.id());
            }
            return null;
        }
    }
}
