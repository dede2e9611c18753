package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.ClassFixture;
import vn.hocba.fixture.Worlds;
import vn.hocba.shared.UtcTimes;

/** An instant that an entity writes is the one that a statement of our own reads, whatever the zone of the process: it is set to that of the calendar. */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class InstantsTest {

    @Autowired
    ClassFixture fixture;

    @Autowired
    YearRecordRepository records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void anEntityWritesTheWallTimeOfUtc() {
        String record = fixture.open(4, 1).records().get(0);
        Instant moment = Instant.parse("2027-06-28T15:00:00Z");

        Instant read = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("set time zone 'Asia/Ho_Chi_Minh'").update();
            try {
                records.findById(record).orElseThrow().become(RecordState.HOMEROOM, moment);
                records.flush();
                return jdbc.sql("select state_since from year_record where id = ?")
                        .param(record)
                        .query((row, n) -> UtcTimes.read(row, "state_since"))
                        .single();
            } finally {
                status.setRollbackOnly();
                jdbc.sql("set time zone local").update();
            }
        });

        assertThat(read).isEqualTo(moment.truncatedTo(ChronoUnit.MICROS));
    }
}
