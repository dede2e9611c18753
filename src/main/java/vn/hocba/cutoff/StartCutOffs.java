package vn.hocba.cutoff;

import java.util.Date;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.CalendarChanged;
import vn.hocba.calendar.Wave;
import vn.hocba.workflow.CutOffProcesses;

/** Sees to it that a process waits for the cut-offs of every Sở and year that has classes, and that its timers follow the calendar. */
@Component
class StartCutOffs {

    private static final String YEARS =
            "select distinct p.id, k.school_year from school_class k join org_unit s on s.id = k.school_id"
                    + " join org_unit p on p.kind = 'PROVINCE' and s.path like concat(p.path, '%')";

    private final JdbcClient jdbc;
    private final CutOffProcesses processes;

    StartCutOffs(JdbcClient jdbc, CutOffProcesses processes) {
        this.jdbc = jdbc;
        this.processes = processes;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 600_000)
    @Transactional
    public void start() {
        for (CutOffKey key : years()) {
            // Two nodes look at the same time: the second waits, and then sees the process of the first.
            jdbc.sql("select id from org_unit where id = ? for update")
                    .param(key.provinceId())
                    .query(String.class)
                    .single();
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
                processes.moveTimer(
                        key.toString(),
                        "timer_" + wave,
                        Date.from(change.after().cutOff(wave)));
            }
        }
    }

    private List<CutOffKey> years() {
        return jdbc.sql(YEARS)
                .query((row, n) -> new CutOffKey(row.getString(1), row.getInt(2)))
                .list();
    }
}
