package vn.hocba.report;

import java.util.Date;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.CalendarChanged;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffEnded;
import vn.hocba.registry.Freeze;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.workflow.MinistryReportProcesses;

/** Begins the report of a wave together with the end of its cut-off, and lets its due date follow the calendar. */
@Component
class BeginReports {

    private final Reports reports;
    private final Freeze freeze;
    private final SchoolDirectory directory;
    private final MinistryReportProcesses processes;
    private final AuditLog audit;

    BeginReports(
            Reports reports,
            Freeze freeze,
            SchoolDirectory directory,
            MinistryReportProcesses processes,
            AuditLog audit) {
        this.reports = reports;
        this.freeze = freeze;
        this.directory = directory;
        this.processes = processes;
        this.audit = audit;
    }

    /** In the transaction that ends the cut-off. Where the wave froze nothing there is nothing to report. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(CutOffEnded ended) {
        String province = ended.provinceUnitId();
        int total = freeze.frozen(directory.unit(province).code(), ended.schoolYear(), ended.effectiveOn());
        if (total == 0) {
            return;
        }
        String reportId = reports.begin(province, ended.schoolYear(), ended.wave(), ended.effectiveOn(), total);
        audit.append(province, "ministry-report.begun", ended.wave() + " " + ended.schoolYear() + ": " + total);
        processes.start(reportId);
    }

    /** For waves that were over before there were reports. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 600_000)
    @Transactional
    public void beginMissed() {
        for (CutOffEnded ended : reports.missed()) {
            // Two nodes look at the same time: the second waits, and then sees the report of the first.
            reports.lockProvince(ended.provinceUnitId());
            if (reports.find(ended.provinceUnitId(), ended.schoolYear(), ended.wave())
                    .isEmpty()) {
                begin(ended);
            }
        }
    }

    /** In the transaction of the decision. */
    @EventListener
    @Transactional
    public void follow(CalendarChanged change) {
        for (Wave wave : Wave.values()) {
            if (change.moved().contains(wave.report())) {
                reports.find(change.provinceUnitId(), change.after().schoolYear(), wave)
                        .ifPresent(report -> processes.moveDue(
                                report.id(), Date.from(change.after().report(wave))));
            }
        }
    }
}
