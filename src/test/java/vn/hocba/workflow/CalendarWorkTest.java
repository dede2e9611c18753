package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.OtherDates;
import vn.hocba.calendar.YearDates;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.shared.UtcTimes;

/** Each with a province of its own, and one record that waits to be submitted. The dates lie in a year that no clock reaches. */
@ReleasedRecordsTest
class CalendarWorkTest {

    private static final int YEAR = 2926;
    private static final String REASON = "Công văn 123/SGDĐT-GDPT";

    @Autowired
    ReleasedRecords world;

    @Autowired
    Calendar calendar;

    @Autowired
    ChangeCalendar change;

    @Autowired
    CalendarWork work;

    @Autowired
    WorkItems items;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private School school;
    private String record;

    @BeforeEach
    void workThatIsOpen() {
        school = world.school();
        record = world.released(school, "Lò Thị Mai").get(0);
        jdbc.sql("update work_item set school_year = ?, due_at = ? where year_record_id = ? and state = 'OPEN'")
                .params(YEAR, UtcTimes.bind(dates().due(Milestone.SUBMIT)), record)
                .update();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void everyStepHasADueDateInTheCalendar(Step step) {
        assertThat(step.milestone().isDue()).isTrue();
    }

    @Test
    void whatIsDueByAnotherMilestoneFollowsThatOne() {
        Instant before = due();
        jdbc.sql("update work_item set milestone = 'SUMMER_ASSESSMENT' where year_record_id = ? and state = 'OPEN'")
                .param(record)
                .update();

        decide(Milestone.SUBMIT, LocalDate.of(2927, 6, 25));
        assertThat(due()).isEqualTo(before);
        decide(Milestone.SUMMER_ASSESSMENT, LocalDate.of(2927, 8, 7));
        assertThat(due()).isEqualTo(dates().due(Milestone.SUMMER_ASSESSMENT));
    }

    @Test
    void workThatIsDoneKeepsTheDateItHad() {
        Instant before = due();
        jdbc.sql("update work_item set state = 'DONE' where year_record_id = ?")
                .param(record)
                .update();

        decide(Milestone.SUBMIT, LocalDate.of(2927, 6, 25));

        assertThat(due()).isEqualTo(before);
    }

    @Test
    void whoeverFinishesWorkWhileItsDateIsMovedIsNotDisturbed() {
        TransactionTemplate ofTheClerk = new TransactionTemplate(transactions);
        ofTheClerk.executeWithoutResult(status -> {
            assertThat(items.waiting(record))
                    .extracting(WorkItems.Waiting::step)
                    .containsExactly(Step.SUBMIT);
            separately(() -> decide(Milestone.SUBMIT, LocalDate.of(2927, 6, 25)));
            assertThat(session.as(school.clerk(), () -> items.finish(record, Step.SUBMIT, WorkItems.WHOLE)))
                    .isTrue();
        });

        assertThat(due()).isEqualTo(dates().due(Milestone.SUBMIT));
    }

    @Test
    void workMadeWithTheFormerDateMeanwhileFollowsAMinuteLater() {
        Instant former = due();
        decide(Milestone.SUBMIT, LocalDate.of(2927, 6, 25));
        jdbc.sql("update work_item set due_at = ? where year_record_id = ?")
                .params(UtcTimes.bind(former), record)
                .update();

        work.followAgain();

        assertThat(due()).isEqualTo(dates().due(Milestone.SUBMIT)).isNotEqualTo(former);
    }

    private void separately(Runnable action) {
        TransactionTemplate other = new TransactionTemplate(transactions);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        other.executeWithoutResult(status -> action.run());
    }

    private void decide(Milestone milestone, LocalDate day) {
        YearDates wanted = OtherDates.with(dates(), milestone, new Limit(day, milestone.isDue()));
        session.run(school.official(), () -> change.change(school.province().id(), wanted, REASON));
    }

    private YearDates dates() {
        return calendar.of(school.province().id(), YEAR);
    }

    private Instant due() {
        return jdbc.sql("select due_at from work_item where year_record_id = ? and step = 'SUBMIT'")
                .param(record)
                .query((row, n) -> UtcTimes.read(row, "due_at"))
                .single();
    }
}
