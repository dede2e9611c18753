package vn.hocba.cutoff;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.workflow.RecordProcesses;

/**
 * A school may learn only after the freeze that the Sở had accepted one of its records before: its record waits for the freeze that is over already. Each is told
 * in a transaction of its own; one that fails is tried again after all others.
 */
@Component
class LateSchools {

    private static final Logger LOG = LoggerFactory.getLogger(LateSchools.class);
    private static final int AT_ONCE = 100;

    private final Untold untold;
    private final YearRecords records;
    private final RecordProcesses processes;
    private final TransactionTemplate transaction;

    LateSchools(
            Untold untold, YearRecords records, RecordProcesses processes, PlatformTransactionManager transactions) {
        this.untold = untold;
        this.records = records;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 60_000)
    public void tell() {
        for (String record : untold.ready(AT_ONCE)) {
            try {
                transaction.executeWithoutResult(status -> tell(record));
            } catch (RuntimeException e) {
                LOG.error("Record {} could not be told that it is frozen; it will be tried again", record, e);
                untold.failed(record, SetAside.error(e));
            }
        }
    }

    private void tell(String record) {
        List<YearRecord> locked = records.lockAll(List.of(record));
        processes.freeze(locked);
        // Under the lock it may wait elsewhere than a moment ago: then it is told later.
        if (locked.stream().allMatch(told -> told.state() == RecordState.FROZEN)) {
            untold.told(record);
        }
    }
}
