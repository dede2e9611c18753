package vn.hocba.report;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Calendar;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Freeze;
import vn.hocba.report.MinistryGateway.Parcel;
import vn.hocba.report.Reports.Part;
import vn.hocba.report.Reports.Report;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.shared.Unreachable;

/**
 * What the model {@code processes/ministry-report.bpmn} calls, in the engine's own transaction. Each part that is sent and each chunk that is marked is a job of its
 * own: after a crash the engine goes on with the one that was not done.
 */
@Component("ministryReport")
@Transactional(propagation = Propagation.MANDATORY)
class ReportSteps {

    /** Records per transaction, as in a freeze (docs/decisions/0009). */
    static final int CHUNK = 100;

    private static final Logger LOG = LoggerFactory.getLogger(ReportSteps.class);

    private final Reports reports;
    private final MinistryGateway ministry;
    private final Calendar calendar;
    private final SchoolDirectory directory;
    private final Freeze freeze;
    private final YearRecords records;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate separately;

    ReportSteps(
            Reports reports,
            MinistryGateway ministry,
            Calendar calendar,
            SchoolDirectory directory,
            Freeze freeze,
            YearRecords records,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.reports = reports;
        this.ministry = ministry;
        this.calendar = calendar;
        this.directory = directory;
        this.freeze = freeze;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
        this.separately = new TransactionTemplate(transactions);
        this.separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** From when the report is late, for the timer. */
    public Date dueAt(String reportId) {
        Report report = reports.get(reportId);
        return Date.from(calendar.of(report.provinceId(), report.schoolYear()).report(report.wave()));
    }

    /** Notes that the report is late. */
    public void late(String reportId) {
        Report report = reports.lock(reportId);
        if (report.lateAt() == null) {
            reports.late(reportId);
            audit.append(report.provinceId(), "ministry-report.late", name(report));
            LOG.warn("The report {} of {} is late", name(report), report.provinceId());
        }
    }

    /**
     * Sends the next part and keeps its receipt. A failure is noted at the report and thrown on: the engine tries again.
     *
     * @return whether there is another part
     * @throws RuntimeException when the ministry cannot be reached, turns the part down, or its receipt is not of this part
     */
    public boolean sendNext(String reportId) {
        Optional<Part> next = reports.nextToSend(reportId);
        if (next.isEmpty()) {
            return false;
        }
        Part part = next.get();
        Report report = reports.get(reportId);
        MinistryReceipt receipt;
        try {
            receipt = receiptOf(
                    part, ministry.send(new Parcel(fileName(report, part), part.hash(), reports.content(part.id()))));
        } catch (RuntimeException failure) {
            String reason = failure instanceof Refused || failure instanceof Unreachable
                    ? failure.getMessage()
                    : Texts.vi("report.not-sent", failure.getClass().getSimpleName());
            separately.executeWithoutResult(status -> reports.failed(reportId, reason));
            throw failure;
        }
        reports.sent(part, receipt);
        audit.append(
                report.provinceId(),
                "ministry-report.sent",
                name(report) + " " + part.partNo() + "/" + report.parts() + ": " + receipt.number());
        return reports.nextToSend(reportId).isPresent();
    }

    private static MinistryReceipt receiptOf(Part part, Delivery<MinistryReceipt> delivery) {
        if (delivery instanceof Delivery.TurnedDown<MinistryReceipt> turnedDown) {
            throw Refused.notNow("report.turned-down", turnedDown.reason());
        }
        MinistryReceipt receipt = ((Delivery.Answered<MinistryReceipt>) delivery).answer();
        if (!receipt.hash().equals(part.hash())) {
            throw new Unreachable("report.receipt.other-hash", receipt.number());
        }
        return receipt;
    }

    /**
     * Marks the next chunk of acknowledged versions as reported; where none is left the report is done.
     *
     * @return whether there may be more
     */
    public boolean recordNext(String reportId) {
        Optional<Part> next = reports.nextToRecord(reportId);
        if (next.isEmpty()) {
            end(reports.lock(reportId));
            return false;
        }
        Part part = next.get();
        List<String> chunk = reports.unreported(part, CHUNK);
        if (chunk.isEmpty()) {
            reports.recorded(part.id());
        } else {
            records.lockAll(chunk);
            freeze.report(chunk, part.receiptNo());
            reports.reported(reportId, chunk);
        }
        return true;
    }

    private void end(Report report) {
        if (!calendar.of(report.provinceId(), report.schoolYear())
                .limit(report.wave().report())
                .isInTime(clock.instant())) {
            late(report.id());
        }
        reports.done(report.id());
        audit.append(report.provinceId(), "ministry-report.done", name(report) + ": " + report.total());
        LOG.info("The report {} of {} is done: {} records", name(report), report.provinceId(), report.total());
    }

    private String fileName(Report report, Part part) {
        return String.format(
                Locale.ROOT,
                "bao-cao-%s-%d-dot-%d-goi-%d-tren-%d.xml",
                directory.unit(report.provinceId()).code(),
                report.schoolYear(),
                report.wave().ordinal() + 1,
                part.partNo(),
                report.parts());
    }

    private static String name(Report report) {
        return report.wave() + " " + report.schoolYear();
    }
}
