package vn.hocba.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.ReportFormat;
import vn.hocba.document.ReportPart;
import vn.hocba.identity.Session;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.Freeze.FrozenPacket;
import vn.hocba.report.Reports.Part;
import vn.hocba.report.Reports.Report;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
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
    private final PacketSigning signing;
    private final Batches batches;
    private final AuditLog audit;
    private final MinistrySettings settings;
    private final TransactionTemplate transaction;

    SignReport(
            OwnReports own,
            Reports reports,
            PacketSigning signing,
            Batches batches,
            AuditLog audit,
            MinistrySettings settings,
            PlatformTransactionManager transactions) {
        this.own = own;
        this.reports = reports;
        this.signing = signing;
        this.batches = batches;
        this.audit = audit;
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
            reports.signs(reportId, batchId);
            return batchId;
        } catch (RuntimeException e) {
            key.close();
            throw e;
        }
    }

    private List<String> unsigned(String reportId, Unit province) {
        Report report = reports.lock(reportId);
        if (report.parts() == 0) {
            int total = reports.fix(report, province.code(), settings.recordsPerPart());
            audit.append(
                    province.id(), "ministry-report.fixed", report.wave() + " " + report.schoolYear() + ": " + total);
        }
        return reports.unsigned(reportId);
    }

    /** Signs one part. */
    @Service
    static class Job implements BatchJob {

        static final String KIND = "sign-ministry-report";

        private final OwnReports own;
        private final Reports reports;
        private final Freeze freeze;
        private final ReportFormat format;
        private final PacketSigning signing;
        private final MinistryReportProcesses processes;
        private final Session session;
        private final AuditLog audit;

        Job(
                OwnReports own,
                Reports reports,
                Freeze freeze,
                ReportFormat format,
                PacketSigning signing,
                MinistryReportProcesses processes,
                Session session,
                AuditLog audit) {
            this.own = own;
            this.reports = reports;
            this.freeze = freeze;
            this.format = format;
            this.signing = signing;
            this.processes = processes;
            this.session = session;
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
        public String perform(BatchRun run, String partId) {
            Part part = reports.lockPart(partId);
            Report report = own.get(part.reportId());
            if (part.signedAt() != null) {
                return Texts.vi("report.part-signed");
            }
            byte[] signed = signing.signReport(format.write(content(report, part)), run.key());
            reports.keepSigned(partId, signed, Sha256.of(signed), run.key().serial());
            // Of two that end at the same time the second sees the first.
            reports.lock(report.id());
            if (reports.unsigned(report.id()).isEmpty()) {
                reports.signed(report.id(), session.user().displayName());
                audit.append(
                        report.provinceId(),
                        "ministry-report.signed",
                        report.wave() + " " + report.schoolYear() + ": " + report.total());
                processes.signed(report.id());
            }
            return null;
        }

        private ReportPart content(Report report, Part part) {
            List<String> records = reports.records(part);
            Map<String, FrozenPacket> packets = freeze.packets(records).stream()
                    .collect(Collectors.toMap(FrozenPacket::yearRecordId, Function.identity()));
            return new ReportPart(
                    report.id(),
                    own.province().code(),
                    report.schoolYear(),
                    report.wave().ordinal() + 1,
                    part.partNo(),
                    report.parts(),
                    report.total(),
                    records.stream().map(packets::get).map(Job::item).toList());
        }

        /** @throws Refused when the packet is not the one that was taken in */
        private static ReportPart.Item item(FrozenPacket frozen) {
            String hash = Sha256.of(frozen.packet());
            if (!hash.equals(frozen.hash())) {
                throw Refused.notNow("report.packet-changed", frozen.yearRecordId());
            }
            return new ReportPart.Item(frozen.yearRecordId(), frozen.versionNo(), hash, frozen.packet());
        }
    }
}
