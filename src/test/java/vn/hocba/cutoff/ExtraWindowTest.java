package vn.hocba.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.RecordLife.REASON;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.calendar.DecideExtraWindow;
import vn.hocba.calendar.DecideExtraWindow.Wanted;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.OtherDates;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.WindowBoard.State;
import vn.hocba.cutoff.WindowBoard.Status;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.registry.IntakeTimes;
import vn.hocba.report.ReportState;
import vn.hocba.report.SupplementaryReports;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.Units;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.signing.MovableClock;
import vn.hocba.workflow.CountsCheck;
import vn.hocba.workflow.EngineJobs;

/** Late records: turned down after the cut-off, taken in an extra window, frozen at its end; the model {@code extra-window.bpmn} with everything that it calls. */
@ReleasedRecordsTest
class ExtraWindowTest {

    private static final LocalDate JULY_1 = LocalDate.of(2027, 7, 1);
    private static final LocalDate JULY_5 = LocalDate.of(2027, 7, 5);

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    DecideExtraWindow decide;

    @Autowired
    WindowBoard windows;

    @Autowired
    CutOffBoard board;

    @Autowired
    CutOffs cutOffs;

    @Autowired
    SupplementaryReports reports;

    @Autowired
    IntakeTimes times;

    @Autowired
    Calendar calendar;

    @Autowired
    ChangeCalendar changeCalendar;

    @Autowired
    Session session;

    @Autowired
    MovableClock clock;

    @Autowired
    EngineJobs jobs;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Units units;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private School school;

    @BeforeEach
    void theFirstCutOffIsOver() {
        clock.set(Instant.parse("2027-06-20T02:00:00Z"));
        school = world.school();
    }

    @AfterEach
    void theBoardsCountWhatThereIs() {
        CountsCheck.ofSchool(jdbc, school.unit().id());
        clock.reset();
    }

    @Test
    void aLateRecordIsTurnedDownWithWhatToDoAndStaysWithTheClerkAsItIs() {
        String record = lateRecord();

        life.submit(school);

        assertThat(life.state(record)).isEqualTo("RELEASED");
        assertThat(life.registered(record)).isEmpty();
        assertThat(life.versions(record)).containsExactly("CURRENT");
        assertThat(life.open(record)).containsExactly("SUBMIT/-");
        assertThat(reasonOfReturn(record))
                .contains("«Chốt đợt 1» (nộp trước ngày 30/06/2027)", "đề nghị mở đợt nhận bổ sung cho trường");
        assertThat(times.late(school.unit().id(), YEAR)).hasValueSatisfying(late -> {
            assertThat(late.over()).isEqualTo("FIRST");
            assertThat(late.open()).isFalse();
        });
    }

    @Test
    void withinAnExtraWindowTheSameRecordIsTakenFrozenAtItsEndAndReported() {
        String record = lateRecord();
        life.submit(school);
        assertThat(leftOut(Wave.FIRST)).hasSize(1);
        String window = open(Wave.FIRST, JULY_1, JULY_5);

        life.submit(school);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(status(window).state()).isEqualTo(State.OPEN);
        assertThat(status(window).waiting()).isOne();
        assertThat(session.as(
                        school.official(),
                        () -> board.pupils(YEAR, Wave.FIRST, school.unit().id())))
                .extracting(CutOffBoard.MissedLine::reason)
                .containsExactly("Sở tiếp nhận sau khi đợt chốt này đã chạy xong");
        end(window);

        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(life.registered(record)).containsExactly("FROZEN");
        assertThat(effectiveOn(record)).isEqualTo(LocalDate.of(2027, 7, 6));
        assertThat(status(window).state()).isEqualTo(State.DONE);
        assertThat(status(window).frozen()).isOne();
        assertThat(leftOut(Wave.FIRST)).as("no longer left out").isEmpty();
        assertThat(session.as(school.official(), () -> windows.leftOut(window))).isEmpty();
        assertThat(session.as(school.official(), () -> reports.of(YEAR)))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.report()).isNotNull();
                    assertThat(report.report().state()).isEqualTo(ReportState.WAITING);
                    assertThat(report.report().records()).isOne();
                    assertThat(report.limit()).isEqualTo(new Limit(LocalDate.of(2027, 7, 16), false));
                });
        String receipts = jdbc.sql("select id from receipt_list where window_id = ?")
                .param(window)
                .query(String.class)
                .single();
        jobs.run(receipts);
        assertThat(jdbc.sql("select concat(state, ' ', total, ' ', on_day) from receipt_list where id = ?")
                        .param(receipts)
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING 1 2027-07-06");
    }

    @Test
    void afterItsEndNothingMoreIsTakenAndWhoIsMissingIsListed() {
        String record = lateRecord();
        String window = open(Wave.FIRST, JULY_1, JULY_5);
        clock.set(Instant.parse("2027-07-05T17:00:00Z"));
        life.submit(school);

        assertThat(life.state(record)).isEqualTo("RELEASED");
        jobs.fire(window, "timer_end");
        jobs.run(window);
        assertThat(session.as(
                        school.official(),
                        () -> windows.pupils(window, new SchoolId(school.unit().id()))))
                .extracting(CutOffBoard.MissedLine::reason)
                .singleElement()
                .asString()
                .startsWith("Sở chưa tiếp nhận");
        assertThat(session.as(school.official(), () -> reports.of(YEAR)))
                .as("nothing to report")
                .isEmpty();
    }

    @Test
    void itIsForTheSchoolForWhichItWasOpenedOnly() {
        lateRecord();
        School other = world.schoolBelow(school.province());
        String window = session.as(
                school.official(),
                () -> decide.open(new Wanted(YEAR, Wave.FIRST, other.unit().id(), JULY_1, JULY_5), REASON));

        life.submit(school);

        assertThat(status(window).waiting()).isZero();
        assertThat(times.late(other.unit().id(), YEAR).orElseThrow().open()).isTrue();
        assertThat(times.late(school.unit().id(), YEAR).orElseThrow().open()).isFalse();
    }

    @Test
    void itIsProlongedAndItsTimerFollows() {
        lateRecord();
        String window = open(Wave.FIRST, JULY_1, JULY_5);
        session.run(school.official(), () -> decide.prolong(window, LocalDate.of(2027, 7, 9), REASON));

        assertThat(timer(window).getDuedate().toInstant()).isEqualTo(Instant.parse("2027-07-09T17:00:00Z"));
        assertThat(status(window).decisions())
                .extracting(decision -> decision.kind() + " " + decision.closesOn())
                .containsExactly("OPENED 2027-07-05", "PROLONGED 2027-07-09");
    }

    @Test
    void closedEarlyItFreezesAtOnceAndBeforeItsFirstDayItIsCalledOff() {
        String record = lateRecord();
        String window = open(Wave.FIRST, JULY_1, JULY_5);
        life.submit(school);
        session.run(school.official(), () -> decide.close(window, REASON));
        String ahead = open(Wave.FIRST, LocalDate.of(2027, 7, 8), LocalDate.of(2027, 7, 9));
        session.run(school.official(), () -> decide.close(ahead, REASON));

        assertThat(timer(window).getDuedate().toInstant()).isBeforeOrEqualTo(clock.instant());
        jobs.run(window);
        jobs.run(ahead);

        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(effectiveOn(record)).isEqualTo(LocalDate.of(2027, 7, 2));
        assertThat(status(ahead).state()).isEqualTo(State.CANCELLED);
        assertThat(cutOffs.ofWindow(ahead)).isEmpty();
        assertThatThrownBy(() -> session.run(school.official(), () -> decide.close(window, REASON)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đã kết thúc");
    }

    @Test
    void onlyAnOfficerOfTheSoDecidesAndOnlyOnTheOwnWindows() {
        lateRecord();
        Wanted wanted = new Wanted(YEAR, Wave.FIRST, null, JULY_1, JULY_5);
        for (var who : List.of(school.principal(), school.clerk(), school.admin())) {
            assertThatThrownBy(() -> session.as(who, () -> decide.open(wanted, REASON)))
                    .isInstanceOf(Refused.class);
        }
        String window = open(Wave.FIRST, JULY_1, JULY_5);
        School far = world.school();
        assertThatThrownBy(() -> session.run(far.official(), () -> decide.close(window, REASON)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.as(
                        far.official(),
                        () -> decide.open(
                                new Wanted(YEAR, Wave.FIRST, school.unit().id(), JULY_1, JULY_5), REASON)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> open(Wave.FIRST, JULY_1, JULY_5, "ngắn")).isInstanceOf(Refused.class);
    }

    @Test
    void itIsForSchoolsAndForNoOtherUnit() {
        Wanted forTheSo = new Wanted(
                YEAR, Wave.FIRST, school.province().id(), LocalDate.of(YEAR + 1, 7, 1), LocalDate.of(YEAR + 1, 7, 3));

        assertThatThrownBy(
                        () -> session.as(school.official(), () -> decide.open(forTheSo, "Trường bị ngập do bão số 3")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("identity.other-unit"));
    }

    @Test
    void itsReasonIsHeldToTheRuleOfWords() {
        assertThatThrownBy(() -> open(
                        Wave.FIRST,
                        LocalDate.of(YEAR + 1, 7, 1),
                        LocalDate.of(YEAR + 1, 7, 3),
                        "Trường bị ngập do bão 学校"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("ui.words.not-printable"));
    }

    @Test
    void whoHasNotCompletedTheProgrammeIsInTimeForTheSecondWaveWithoutAWindow() {
        String record = life.notCompleted(school);
        clock.set(Instant.parse("2027-07-01T02:00:00Z"));

        life.submit(school);

        assertThat(life.state(record)).isEqualTo("ACCEPTED");
    }

    @Test
    void afterTheSecondCutOffAWindowFreezesAlsoWhatWasAcceptedAndNeverFrozen() {
        life.cutOff(school, Wave.FIRST);
        life.cutOff(school, Wave.SECOND);
        String record = life.accepted(school);
        clock.set(Instant.parse("2027-08-20T02:00:00Z"));
        String window = open(Wave.SECOND, LocalDate.of(2027, 8, 20), LocalDate.of(2027, 8, 25));

        clock.set(Instant.parse("2027-08-25T17:00:00Z"));
        jobs.fire(window, "timer_end");
        jobs.run(window);

        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(effectiveOn(record)).isEqualTo(LocalDate.of(2027, 8, 26));
    }

    @Test
    void noCutOffIsMovedPastAWindowThatIsAhead() {
        clock.set(Instant.parse("2027-06-28T02:00:00Z"));
        open(Wave.FIRST, LocalDate.of(2027, 6, 30), JULY_5);

        assertThatThrownBy(() -> session.as(
                        school.official(),
                        () -> changeCalendar.change(
                                school.province().id(),
                                OtherDates.with(
                                        calendar.of(school.province().id(), YEAR),
                                        Milestone.CUT_OFF_1,
                                        new Limit(LocalDate.of(2027, 7, 3), false)),
                                REASON)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Hãy đóng đợt đó trước");
    }

    @Test
    void itIsFrozenChunkByChunkAndGoesOnWhereItStood() {
        CutOffKey key = new AcceptedProvince(jdbc, units, runtime, transactions).accepted(FreezeNext.CHUNK + 1);
        clock.set(Instant.parse("2027-07-01T02:00:00Z"));
        String window = session.as(
                world.official(directory.unit(key.provinceId()), Role.PROVINCE),
                () -> decide.open(new Wanted(YEAR, Wave.FIRST, null, JULY_1, JULY_5), REASON));
        jdbc.sql("update registered_record set window_id = ? where province_code ="
                        + " (select code from org_unit where id = ?)")
                .params(window, key.provinceId())
                .update();

        jobs.fire(window, "timer_end");
        jobs.step(window);
        assertThat(cutOffs.ofWindow(window).orElseThrow().frozen()).isEqualTo(FreezeNext.CHUNK);
        assertThat(cutOffs.ofWindow(window).orElseThrow().state()).isEqualTo(CutOffs.State.RUNNING);
        jobs.run(window);

        assertThat(cutOffs.ofWindow(window).orElseThrow().frozen()).isEqualTo(FreezeNext.CHUNK + 1);
        assertThat(cutOffs.ofWindow(window).orElseThrow().state()).isEqualTo(CutOffs.State.DONE);
    }

    /** Sealed in time, and still with the clerk when the first wave is over. */
    private String lateRecord() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        life.enrol(record);
        clock.set(Instant.parse("2027-07-01T02:00:00Z"));
        life.cutOff(school, Wave.FIRST);
        return record;
    }

    private String open(Wave wave, LocalDate from, LocalDate to) {
        return open(wave, from, to, REASON);
    }

    private String open(Wave wave, LocalDate from, LocalDate to, String reason) {
        return session.as(school.official(), () -> decide.open(new Wanted(YEAR, wave, null, from, to), reason));
    }

    private void end(String window) {
        clock.set(Instant.parse("2027-07-05T17:00:00Z"));
        jobs.fire(window, "timer_end");
        jobs.run(window);
    }

    private Status status(String window) {
        return session.as(school.official(), () -> windows.of(YEAR)).stream()
                .filter(status -> status.window().id().equals(window))
                .findFirst()
                .orElseThrow();
    }

    private List<CutOffBoard.SchoolLine> leftOut(Wave wave) {
        return session.as(school.official(), () -> board.schools(YEAR, wave));
    }

    private Job timer(String window) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(window)
                        .singleResult()
                        .getId())
                .timers()
                .singleResult();
    }

    private LocalDate effectiveOn(String record) {
        return jdbc.sql("select effective_on from registered_record where year_record_id = ?")
                .param(record)
                .query(LocalDate.class)
                .single();
    }

    private String reasonOfReturn(String record) {
        return jdbc.sql("select return_reason from work_item where year_record_id = ? and state = 'OPEN'")
                .param(record)
                .query(String.class)
                .single();
    }
}
