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
import vn.hocba.cutoff.EndedWaves;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.RegisteredState;
import vn.hocba.school.ProvinceLock;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.workflow.MinistryReportProcesses;

/** Begins the report of a wave together with the end of its cut-off, the supplementary one of an extra window with its end, and lets its due date follow the calendar. */
@Component
class BeginReports {

    private final Reports reports;
    private final EndedWaves ended;
    private final ProvinceLock others;
    private final Freeze freeze;
    private final SchoolDirectory directory;
    private final MinistryReportProcesses processes;
    private final AuditLog audit;

    BeginReports(
            Reports reports,
            EndedWaves ended,
            ProvinceLock others,
            Freeze freeze,
            SchoolDirectory directory,
            MinistryReportProcesses processes,
            AuditLog audit) {
        this.reports = reports;
        this.ended = ended;
        this.others = others;
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
        int total = frozen(ended);
        if (total == 0) {
            return;
        }
        Report report =
                reports.begin(province, ended.schoolYear(), ended.wave(), ended.windowId(), ended.effectiveOn(), total);
        audit.append(province, "ministry-report.begun", report.name() + ": " + total);
        processes.start(report.id());
    }

    /** For waves that were over before there were reports. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 600_000)
    @Transactional
    public void beginMissed() {
        for (CutOffEnded wave : ended.all()) {
            if (isMissing(wave) && frozen(wave) > 0) {
                // Two nodes look at the same time: the second waits, and then sees the report of the first.
                others.lockProvince(wave.provinceUnitId());
                if (isMissing(wave)) {
                    begin(wave);
                }
            }
        }
    }

    private boolean isMissing(CutOffEnded wave) {
        return wave.isOfWindow()
                ? reports.ofWindows(wave.provinceUnitId(), wave.schoolYear()).stream()
                        .noneMatch(report -> report.windowId().equals(wave.windowId()))
                : reports.find(wave.provinceUnitId(), wave.schoolYear(), wave.wave())
                        .isEmpty();
    }

    private int frozen(CutOffEnded wave) {
        return wave.isOfWindow()
                ? freeze.countOf(wave.windowId(), RegisteredState.FROZEN)
                : freeze.frozen(directory.unit(wave.provinceUnitId()).code(), wave.schoolYear(), wave.effectiveOn());
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
