package vn.hocba.report;

import java.time.Clock;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;

/**
 * What the model {@code processes/ministry-report.bpmn} calls, in the engine's own transaction. Each part that is sent and each chunk that is marked is a job of its
 * own: after a crash the engine goes on with the one that was not done.
 */
@Component("ministryReport")
@Transactional(propagation = Propagation.MANDATORY)
class ReportSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ReportSteps.class);

    private final Reports reports;
    private final SendPart send;
    private final MarkReported marking;
    private final ReportDue due;
    private final AuditLog audit;
    private final Clock clock;

    ReportSteps(Reports reports, SendPart send, MarkReported marking, ReportDue due, AuditLog audit, Clock clock) {
        this.reports = reports;
        this.send = send;
        this.marking = marking;
        this.due = due;
        this.audit = audit;
        this.clock = clock;
    }

    /** From when the report is late, for the timer. */
    public Date dueAt(String reportId) {
        Report report = reports.get(reportId);
        return Date.from(due.of(report).instant());
    }

    /** Notes that the report is late. */
    public void late(String reportId) {
        noteLate(reports.lock(reportId));
    }

    private void noteLate(Report report) {
        if (report.lateAt() == null) {
            report.late(clock.instant());
            audit.append(report.provinceId(), "ministry-report.late", report.name());
            LOG.warn("The report {} of {} is late", report.name(), report.provinceId());
        }
    }

    /**
     * Sends the next part and keeps its receipt. A failure is noted at the report and thrown on: the engine tries again.
     *
     * @return whether there is another part
     * @throws RuntimeException when the ministry cannot be reached, turns the part down, or its receipt is not of this part
     */
    public boolean sendNext(String reportId) {
        return send.next(reportId);
    }

    /**
     * Marks the next chunk of acknowledged versions as reported; where none is left the report is done.
     *
     * @return whether there may be more
     */
    public boolean recordNext(String reportId) {
        if (marking.next(reportId)) {
            return true;
        }
        end(reports.lock(reportId));
        return false;
    }

    private void end(Report report) {
        if (!due.of(report).isInTime(clock.instant())) {
            noteLate(report);
        }
        report.end(clock.instant());
        audit.append(report.provinceId(), "ministry-report.done", report.name() + ": " + report.total());
        LOG.info("The report {} of {} is done: {} records", report.name(), report.provinceId(), report.total());
    }
}
