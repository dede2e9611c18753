package vn.hocba.cutoff;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.YearRecords;
import vn.hocba.workflow.RecordProcesses;

/** Tells schools of a freeze that came between the acceptance by the Sở and the receipt that told them of it. */
@Component
class LateSchools {

    private static final String FROZEN_UNKNOWN_TO_SCHOOL =
            "select r.id from registered_record g join year_record r on r.id = g.year_record_id and r.version_no = g.version_no"
                    + " where g.state in ('FROZEN', 'REPORTED') and r.state = 'ACCEPTED' order by r.id limit "
                    + CutOffSteps.CHUNK;

    /** Receipts that have not reached a school by then wait for a person: the attempts to bring them are over. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final CutOffs cutOffs;
    private final Clock clock;
    private final YearRecords records;
    private final RecordProcesses processes;

    LateSchools(JdbcClient jdbc, CutOffs cutOffs, Clock clock, YearRecords records, RecordProcesses processes) {
        this.jdbc = jdbc;
        this.cutOffs = cutOffs;
        this.clock = clock;
        this.records = records;
        this.processes = processes;
    }

    @Scheduled(fixedDelay = 60_000)
    @Transactional
    public void tell() {
        if (!cutOffs.anySince(clock.instant().minus(LONGEST))) {
            return;
        }
        processes.freeze(records.lockAll(
                jdbc.sql(FROZEN_UNKNOWN_TO_SCHOOL).query(String.class).list()));
    }
}
