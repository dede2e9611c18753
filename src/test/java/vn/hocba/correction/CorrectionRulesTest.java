package vn.hocba.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.assessment.Curriculum;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.FreezeDue;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;

@ReleasedRecordsTest
class CorrectionRulesTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    Curriculum curriculum;

    @Autowired
    Calendar calendar;

    @Autowired
    FreezeDue due;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Requests requests;

    @Autowired
    Freeze freeze;

    @Autowired
    YearRecords records;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void oneSecondBeforeTheCutOffOfItsWaveARecordCanBeCorrectedAndAtTheCutOffNoMore() {
        School school = world.school();
        String confirmed = life.accepted(school, true);
        String unconfirmed = life.accepted(school, false);
        Instant first =
                calendar.of(school.province().id(), ReleasedRecords.YEAR).cutOff(Wave.FIRST);
        Instant second =
                calendar.of(school.province().id(), ReleasedRecords.YEAR).cutOff(Wave.SECOND);

        assertThat(obstacle(confirmed, first.minusSeconds(1))).isEmpty();
        assertThat(obstacle(confirmed, first)).map(Refused::key).contains("correction.too-late");
        assertThat(obstacle(unconfirmed, first)).isEmpty();
        assertThat(obstacle(unconfirmed, second.minusSeconds(1))).isEmpty();
        assertThat(obstacle(unconfirmed, second)).map(Refused::key).contains("correction.too-late");
    }

    @Test
    void whoCompletedInTheSummerOrWasLeftByTheFirstWaveIsCorrectedUntilTheSecondCutOffAndTheRefusalNamesTheDay() {
        School school = world.school();
        String record = life.accepted(school, true);
        jdbc.sql("update registered_record set of_second_wave = true where year_record_id = ?")
                .param(record)
                .update();
        Instant second =
                calendar.of(school.province().id(), ReleasedRecords.YEAR).cutOff(Wave.SECOND);

        assertThat(obstacle(record, second.minusSeconds(1))).isEmpty();
        assertThat(obstacle(record, second)).hasValueSatisfying(refused -> assertThat(refused.getMessage())
                .contains("«Chốt đợt 2»", "đến hết ngày 14/08/2027"));
    }

    @Test
    void whatAnExtraWindowTookIsCorrectedUntilItsEnd() {
        School school = world.school();
        String record = life.accepted(school, true);
        jdbc.sql("insert into extra_window (id, province_id, school_year, wave, opens_on, closes_on)"
                        + " values (?, ?, 2026, 'FIRST', date '2027-07-01', date '2027-07-05')")
                .params(record, school.province().id())
                .update();
        jdbc.sql("update registered_record set window_id = ? where year_record_id = ?")
                .params(record, record)
                .update();

        assertThat(obstacle(record, Instant.parse("2027-07-05T16:59:59Z"))).isEmpty();
        assertThat(obstacle(record, Instant.parse("2027-07-05T17:00:00Z")))
                .hasValueSatisfying(refused ->
                        assertThat(refused.getMessage()).contains("«Đợt nhận bổ sung»", "đến hết ngày 05/07/2027"));
    }

    private Optional<Refused> obstacle(String record, Instant now) {
        CorrectionRules rules =
                new CorrectionRules(directory, curriculum, due, requests, freeze, Clock.fixed(now, ZoneOffset.UTC));
        return new TransactionTemplate(transactions).execute(status -> rules.obstacle(records.get(record)));
    }
}
