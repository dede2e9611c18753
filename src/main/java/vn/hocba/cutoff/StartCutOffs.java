package vn.hocba.cutoff;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.CalendarChanged;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;
import vn.hocba.record.YearOpened;
import vn.hocba.school.ProvinceLock;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolYears;
import vn.hocba.workflow.CutOffProcesses;

/** Sees to it that a process waits for the cut-offs of every Sở and year that has classes, and that its timers follow the calendar. */
@Component
class StartCutOffs {

    private final ProvinceLock others;
    private final SchoolDirectory directory;
    private final SchoolYears schoolYears;
    private final CutOffProcesses processes;
    private final CutOffs cutOffs;
    private final Calendar calendar;
    private final Set<YearOpened> seen = ConcurrentHashMap.newKeySet();

    StartCutOffs(
            ProvinceLock others,
            SchoolDirectory directory,
            SchoolYears schoolYears,
            CutOffProcesses processes,
            CutOffs cutOffs,
            Calendar calendar) {
        this.others = others;
        this.directory = directory;
        this.schoolYears = schoolYears;
        this.processes = processes;
        this.cutOffs = cutOffs;
        this.calendar = calendar;
    }

    /** Begins what has not been begun, and lets each timer have the instant that the calendar says: a decision may have met the very second in which it was made. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 600_000)
    @Transactional
    public void start() {
        for (CutOffKey year : years()) {
            start(year);
            for (Wave wave : Wave.values()) {
                if (cutOffs.find(year, wave).isEmpty()) {
                    move(year, wave, calendar.of(year.provinceId(), year.schoolYear()));
                }
            }
        }
    }

    /** As soon as a school has opened its first record of the year. Should that fail, the next look at all years makes up for it. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void opened(YearOpened opened) {
        if (seen.add(opened)) {
            directory
                    .provinceOf(opened.schoolId())
                    .map(province -> new CutOffKey(province.id(), opened.schoolYear()))
                    .ifPresent(this::start);
        }
    }

    /** Two nodes look at the same time: the second waits, and then sees the row of the first. That row decides, never the engine's history, which is cleaned. */
    private void start(CutOffKey key) {
        others.lockProvince(key.provinceId());
        if (!cutOffs.isYearStarted(key)) {
            cutOffs.startYear(key);
            processes.start(key.toString());
        }
    }

    /** In the transaction of the decision. */
    @EventListener
    @Transactional
    public void follow(CalendarChanged change) {
        CutOffKey key = new CutOffKey(change.provinceUnitId(), change.after().schoolYear());
        for (Wave wave : Wave.values()) {
            if (change.moved().contains(wave.cutOff())) {
                move(key, wave, change.after());
            }
        }
    }

    private void move(CutOffKey key, Wave wave, YearDates dates) {
        processes.moveTimer(key.toString(), "timer_" + wave, Date.from(dates.cutOff(wave)));
    }

    private List<CutOffKey> years() {
        return directory.provinces().stream()
                .flatMap(province ->
                        schoolYears.under(province.path()).stream().map(year -> new CutOffKey(province.id(), year)))
                .toList();
    }
}
