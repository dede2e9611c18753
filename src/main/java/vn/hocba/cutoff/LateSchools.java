package vn.hocba.cutoff;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.workflow.RecordProcesses;

/** Tells schools of a freeze that came between the acceptance by the Sở and the receipt that told them of it. */
@Component
class LateSchools {

    private static final String FROZEN_UNKNOWN_TO_SCHOOL =
            "select r.id from registered_record g join year_record r on r.id = g.year_record_id and r.version_no = g.version_no"
                    + " where g.state in ('FROZEN', 'REPORTED') and r.state = 'ACCEPTED' order by r.id limit "
                    + CutOffSteps.CHUNK;

    private final JdbcClient jdbc;
    private final YearRecords records;
    private final RecordProcesses processes;

    LateSchools(JdbcClient jdbc, YearRecords records, RecordProcesses processes) {
        this.jdbc = jdbc;
        this.records = records;
        this.processes = processes;
    }

    @Scheduled(fixedDelay = 60_000)
    @Transactional
    public void tell() {
        List<YearRecord> late = records.lockAll(
                jdbc.sql(FROZEN_UNKNOWN_TO_SCHOOL).query(String.class).list());
        processes.freeze(late.stream()
                .filter(record -> record.state() == RecordState.ACCEPTED)
                .toList());
    }
}
