package vn.hocba.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.ReportFormat;
import vn.hocba.document.ReportPart;
import vn.hocba.identity.Session;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.Freeze.FrozenPacket;
import vn.hocba.report.Reports.Part;
import vn.hocba.report.Reports.Report;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
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
    private final Freeze freeze;
    private final ReportFormat format;
    private final MinistryReportProcesses processes;
    private final Session session;
    private final AuditLog audit;

    ReportSignature(
            OwnReports own,
            Reports reports,
            Freeze freeze,
            ReportFormat format,
            MinistryReportProcesses processes,
            Session session,
            AuditLog audit) {
        this.own = own;
        this.reports = reports;
        this.freeze = freeze;
        this.format = format;
        this.processes = processes;
        this.session = session;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ToSign prepare(BatchRun run, String partId, Instant signedAt) {
        Part part = reports.lockPart(partId);
        Report report = own.get(part.reportId());
        return part.signedAt() != null
                ? ToSign.nothing(Texts.vi("report.part-signed"))
                : ToSign.of(
                        0,
                        format.write(content(report, part)),
                        WholeDocument.REPORT,
                        signed -> keep(report, partId, signed));
    }

    private void keep(Report report, String partId, SignedPacket signed) {
        reports.keepSigned(partId, signed.packet(), Sha256.of(signed.packet()), signed.serial());
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
                records.stream().map(packets::get).map(ReportSignature::item).toList());
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
