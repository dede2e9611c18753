package vn.hocba.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.MovableClock;

@ReleasedRecordsTest
class ChangeCalendarTest {

    private static final int YEAR = ReleasedRecords.YEAR;
    private static final String REASON = "Công văn 123/SGDĐT-GDPT ngày 02/04/2027";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Does within the transaction of a change whatever the test wants. */
    static class Listener implements ApplicationListener<PayloadApplicationEvent<CalendarChanged>> {

        private volatile Consumer<CalendarChanged> action;

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<CalendarChanged> change) {
            if (action != null) {
                action.accept(change.getPayload());
            }
        }
    }

    @Autowired
    ReleasedRecords world;

    @Autowired
    Calendar calendar;

    @Autowired
    ChangeCalendar change;

    @Autowired
    CalendarHistory history;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationEventMulticaster events;

    @Autowired
    JdbcClient jdbc;

    private final Listener listener = new Listener();
    private School school;
    private String province;

    @BeforeEach
    void inApril() {
        school = world.school();
        province = school.province().id();
        itIs("2027-04-05");
        events.addApplicationListener(listener);
    }

    private void itIs(String day) {
        clock.stopAt(LocalDate.parse(day).atStartOfDay(VIETNAM).toInstant());
    }

    @AfterEach
    void asBefore() {
        clock.reset();
        events.removeApplicationListener(listener);
    }

    @Test
    void untilTheSoDecidesTheDefaultsHoldAndAfterwardsItsDecisionAtItsSchoolsOnly() {
        School elsewhere = world.school();

        decide(Milestone.CUT_OFF_1, "2027-06-28");

        assertThat(calendar.of(province, YEAR).limit(Milestone.CUT_OFF_1).day()).isEqualTo("2027-06-28");
        assertThat(calendar.at(school.unit().id(), YEAR)).isEqualTo(calendar.of(province, YEAR));
        assertThat(calendar.at(elsewhere.unit().id(), YEAR)).isEqualTo(new DefaultDates().of(YEAR));
        assertThat(calendar.of(province, YEAR + 1)).isEqualTo(new DefaultDates().of(YEAR + 1));
    }

    @Test
    void openWorkFollowsAndWhatFollowsIsKnownBefore() {
        clock.reset();
        String record = world.released(school, "Lò Thị Mai").get(0);
        School elsewhere = world.school();
        String other = world.released(elsewhere, "Giàng A Sử").get(0);
        itIs("2027-04-05");
        Instant before = dueOf(record);
        YearDates wanted = wanted(Milestone.SUBMIT, "2027-06-25");

        ChangeCalendar.Preview preview = session.as(school.official(), () -> change.preview(province, wanted));
        assertThat(preview.openWork()).isEqualTo(1);
        assertThat(preview.changes())
                .containsExactly(new DateChange(
                        Milestone.SUBMIT,
                        new Limit(LocalDate.of(2027, 6, 20), true),
                        new Limit(LocalDate.of(2027, 6, 25), true)));
        assertThat(dueOf(record)).isEqualTo(before);
        session.run(school.official(), () -> change.change(province, wanted, REASON));

        assertThat(dueOf(record)).isEqualTo(wanted.due(Milestone.SUBMIT)).isAfter(before);
        assertThat(dueOf(other)).isEqualTo(before);
    }

    @Test
    void aDecisionAboutAnotherDateMovesNoWork() {
        clock.reset();
        String record = world.released(school, "Lò Thị Mai").get(0);
        itIs("2027-04-05");
        Instant before = dueOf(record);

        assertThat(session.as(
                        school.official(), () -> change.preview(province, wanted(Milestone.REPORT_2, "2027-08-30"))
                                .openWork()))
                .isZero();
        decide(Milestone.REPORT_2, "2027-08-30");

        assertThat(dueOf(record)).isEqualTo(before);
    }

    @Test
    void everyDecisionIsKeptWithWhoWhenWhatAndWhy() {
        decide(Milestone.CUT_OFF_1, "2027-06-28");
        itIs("2027-04-06");
        decide(Milestone.CUT_OFF_1, "2027-06-29");

        List<CalendarHistory.Decision> decisions =
                session.as(school.official(), () -> history.decisions(province, YEAR));
        assertThat(decisions).extracting(CalendarHistory.Decision::number).containsExactly(2, 1);
        assertThat(decisions.get(0)).satisfies(latest -> {
            assertThat(latest.byName()).isEqualTo("Phạm Thanh Bình");
            assertThat(latest.at()).isEqualTo(clock.instant());
            assertThat(latest.reason()).isEqualTo(REASON);
            assertThat(latest.changes())
                    .containsExactly(new DateChange(
                            Milestone.CUT_OFF_1,
                            new Limit(LocalDate.of(2027, 6, 28), false),
                            new Limit(LocalDate.of(2027, 6, 29), false)));
        });
        assertThat(audit.of(province))
                .filteredOn(line -> line.action().equals("calendar.changed"))
                .hasSize(2)
                .last()
                .satisfies(line -> assertThat(line.detail())
                        .isEqualTo("2026 - 2027, v2: CUT_OFF_1 2027-06-28 -> 2027-06-29; " + REASON));
        assertThat(audit.isIntact(province)).isTrue();
    }

    @Test
    void whoDecidesSecondIsToldWhoWasFirstAndNothingIsLost() {
        YearDates first = wanted(Milestone.CUT_OFF_1, "2027-06-28");
        YearDates second = wanted(Milestone.CUT_OFF_2, "2027-08-18");
        session.run(school.official(), () -> change.change(province, first, REASON));

        assertThatThrownBy(() -> session.run(colleague(), () -> change.change(province, second, REASON)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Phạm Thanh Bình")
                .hasMessageContaining(REASON);
        assertThatThrownBy(() -> session.run(colleague(), () -> change.preview(province, second)))
                .isInstanceOf(Refused.class);

        assertThat(calendar.of(province, YEAR)).isEqualTo(new YearDates(YEAR, 1, first.limits()));
    }

    @Test
    void ofTwoWhoDecideAtTheSameTimeOneIsToldOfTheOther() {
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        listener.action = changed -> {
            inTheMiddle.countDown();
            await(goOn);
        };
        YearDates first = wanted(Milestone.CUT_OFF_1, "2027-06-28");
        YearDates second = wanted(Milestone.CUT_OFF_1, "2027-06-27");

        CompletableFuture<Throwable> one = decideElsewhere(school.official(), first, new CountDownLatch(1));
        await(inTheMiddle);
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Throwable> other = decideElsewhere(colleague(), second, started);
        await(started);
        goOn.countDown();

        assertThat(one.join()).isNull();
        assertThat(other.join()).isInstanceOf(Refused.class).hasMessageContaining("Phạm Thanh Bình");
        assertThat(calendar.of(province, YEAR)).isEqualTo(new YearDates(YEAR, 1, first.limits()));
    }

    @Test
    void aDecisionWhoseConsequenceFailsIsNone() {
        listener.action = changed -> {
            throw new IllegalStateException("the timers cannot follow");
        };

        assertThatThrownBy(() -> decide(Milestone.CUT_OFF_1, "2027-06-28")).isInstanceOf(IllegalStateException.class);

        assertThat(calendar.of(province, YEAR).version()).isZero();
        assertThat(audit.of(province)).noneMatch(line -> line.action().equals("calendar.changed"));
    }

    @Test
    void whoListensKnowsBothCalendars() {
        CalendarChanged[] heard = new CalendarChanged[1];
        listener.action = changed -> heard[0] = changed;

        decide(Milestone.CUT_OFF_2, "2027-08-18");

        assertThat(heard[0].provincePath()).isEqualTo(school.province().path());
        assertThat(heard[0].before().version()).isZero();
        assertThat(heard[0].after()).isEqualTo(calendar.of(province, YEAR));
        assertThat(heard[0].moved()).containsExactly(Milestone.CUT_OFF_2);
    }

    @Test
    void aDecisionNeedsAReason() {
        YearDates wanted = wanted(Milestone.CUT_OFF_1, "2027-06-28");

        for (String reason : new String[] {null, "", "   quên    "}) {
            assertThatThrownBy(() -> session.run(school.official(), () -> change.change(province, wanted, reason)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Lý do");
        }
    }

    @Test
    void aReasonInAnOldCodePageIsRefused() {
        YearDates wanted = wanted(Milestone.CUT_OFF_1, "2027-06-28");

        assertThatThrownBy(() ->
                        session.run(school.official(), () -> change.change(province, wanted, "Theo quyÕt ®Þnh cña Së")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("TCVN3");
    }

    @Test
    void aCutOffThatHasComeStaysAsItWas() {
        YearDates wanted = wanted(Milestone.CUT_OFF_1, "2027-07-05");
        itIs("2027-06-30");

        assertThatThrownBy(() -> session.run(school.official(), () -> change.change(province, wanted, REASON)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("không dời được");
    }

    @Test
    void aSecondDecisionMayLeaveTheFirstDatesInPlace() {
        decide(Milestone.CUT_OFF_1, "2027-06-28");
        itIs("2027-07-20");
        decide(Milestone.CUT_OFF_2, "2027-08-18");

        YearDates dates = calendar.of(province, YEAR);
        assertThat(dates.version()).isEqualTo(2);
        assertThat(dates.limit(Milestone.CUT_OFF_1).day()).isEqualTo("2027-06-28");
        assertThat(dates.limit(Milestone.CUT_OFF_2).day()).isEqualTo("2027-08-18");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheSoItselfDecidesAndSeesItsDecisions(Role role) {
        CurrentUser atTheSo = user(role, province, school.province().path());
        CurrentUser atItsSchool = user(role, school.unit().id(), school.unit().path());
        School elsewhere = world.school();
        CurrentUser atAnotherSo =
                user(role, elsewhere.province().id(), elsewhere.province().path());
        for (CurrentUser user : List.of(atTheSo, atItsSchool, atAnotherSo)) {
            boolean allowed = (role == Role.PROVINCE_OFFICER || role == Role.PROVINCE_LEADER) && user.equals(atTheSo);
            for (Runnable use : uses(province)) {
                if (allowed) {
                    session.run(user, use);
                } else {
                    assertThatThrownBy(() -> session.run(user, use)).isInstanceOf(Refused.class);
                }
            }
        }
        assertThatThrownBy(() -> session.run(
                        atItsSchool,
                        () -> change.change(school.unit().id(), wanted(Milestone.CUT_OFF_1, "2027-06-28"), REASON)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobodyDecidesWithoutSigningIn() {
        for (Runnable use : uses(province)) {
            assertThatThrownBy(use::run).isInstanceOf(Refused.class);
        }
    }

    @Test
    void theYearsToChooseFromAreThoseOfClassesAndTheTwoOfToday() {
        itIs("2030-03-01");

        assertThat(session.as(school.official(), () -> history.schoolYears(province)))
                .containsExactly(2030, 2029, YEAR);
    }

    private List<Runnable> uses(String ofProvince) {
        return List.of(
                () -> history.decisions(ofProvince, YEAR),
                () -> history.schoolYears(ofProvince),
                () -> change.preview(ofProvince, wanted(Milestone.CUT_OFF_1, "2027-06-28")),
                () -> change.change(ofProvince, wanted(Milestone.CUT_OFF_1, "2027-06-28"), REASON));
    }

    private void decide(Milestone milestone, String day) {
        session.run(school.official(), () -> change.change(province, wanted(milestone, day), REASON));
    }

    private YearDates wanted(Milestone milestone, String day) {
        YearDates now = calendar.of(province, YEAR);
        return OtherDates.with(
                now,
                milestone,
                new Limit(LocalDate.parse(day), now.limit(milestone).included()));
    }

    private CompletableFuture<Throwable> decideElsewhere(CurrentUser user, YearDates wanted, CountDownLatch started) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                started.countDown();
                session.run(user, () -> change.change(province, wanted, REASON));
                return null;
            } catch (RuntimeException refused) {
                return refused;
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CurrentUser colleague() {
        return user(Role.PROVINCE_OFFICER, province, school.province().path());
    }

    private static CurrentUser user(Role role, String unitId, String unitPath) {
        return new CurrentUser(
                Ids.next(), "dong.nghiep", "Hà Thị Yến", "Chuyên viên", Set.of(role), null, unitId, unitPath);
    }

    private Instant dueOf(String record) {
        return jdbc.sql("select due_at from work_item where year_record_id = ? and state = 'OPEN'")
                .param(record)
                .query((row, n) -> UtcTimes.read(row, "due_at"))
                .single();
    }
}
