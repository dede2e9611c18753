package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.assessment.Part;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.desk.teacher.SignHomeroom;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.ClassSheets;
import vn.hocba.school.ChangeDuties.Duty;
import vn.hocba.school.ChangeDuties.Order;
import vn.hocba.shared.Refused;
import vn.hocba.signing.MovableClock;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class ChangeDutiesTest {

    private static final String SUBJECT = ClassFixture.SPECIALIST;

    @Autowired
    ClassFixture fixture;

    @Autowired
    ChangeDuties changes;

    @Autowired
    DueDuties due;

    @Autowired
    Duties duties;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    MovableClock clock;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    SignHomeroom signHomeroom;

    @Autowired
    ClassSheets sheets;

    @Autowired
    Inbox inbox;

    @Autowired
    Session session;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    Opened opened;
    LocalDate today;

    @BeforeEach
    void aClassWhoseYearIsOpen() {
        opened = fixture.open(4, 3);
        today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aNewSubjectTeacherTakesOverWhatIsOpenAndTheFormerKeepsWhatWasFinished() {
        fixture.finish(opened, SUBJECT);
        String open = opened.records().get(0);
        session.run(opened.specialist(), () -> finishSubject.reopen(open, SUBJECT));

        give(SUBJECT, opened.stranger(), today, null);

        assertThat(teachers(SUBJECT))
                .containsEntry(open, opened.stranger().staffId())
                .containsEntry(opened.records().get(1), opened.specialist().staffId());
        assertThat(openWorkOf(opened.stranger())).isEqualTo(1);
        assertThat(openWorkOf(opened.specialist())).isZero();
        assertThat(session.as(opened.stranger(), () -> sheets.subject(opened.classId(), SUBJECT)))
                .extracting(ClassSheets.SubjectRow::recordId)
                .containsExactly(open);
        assertThat(session.as(opened.stranger(), () -> finishSubject.finish(opened.classId(), SUBJECT))
                        .finished())
                .isOne();
    }

    @Test
    void theFormerTeacherOpensNoFinishedRowAgain() {
        fixture.finish(opened, SUBJECT);
        give(SUBJECT, opened.stranger(), today, null);

        assertThatThrownBy(() -> session.run(
                        opened.specialist(),
                        () -> finishSubject.reopen(opened.records().get(0), SUBJECT)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("workflow.handed-over"));
    }

    @Test
    void whatIsReturnedGoesToWhoeverTeachesItNow() {
        fixture.finishAll(opened);
        give(SUBJECT, opened.stranger(), today, null);
        assertThat(openWorkOf(opened.stranger())).isZero();

        fixture.sendBack(opened, opened.records().get(0), SUBJECT, "Nhận xét chưa đúng em");

        assertThat(openWorkOf(opened.stranger())).isOne();
        assertThat(teachers(SUBJECT))
                .containsEntry(opened.records().get(0), opened.stranger().staffId());
    }

    @Test
    void aNewHomeroomTeacherFindsTheClassInTheInboxAndTheFormerDoesNot() {
        fixture.finishAll(opened);

        give(Part.CLASS, opened.stranger(), today, null);

        assertThat(session.as(opened.stranger(), inbox::groups)).singleElement().satisfies(group -> {
            assertThat(group.step()).isEqualTo(Step.HOMEROOM);
            assertThat(group.open()).isEqualTo(3);
        });
        assertThat(session.as(opened.homeroom(), inbox::groups)).isEmpty();
        assertThatThrownBy(() -> session.run(opened.homeroom(), () -> signHomeroom.asks(opened.classId())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("record.not-your-class"));
        assertThat(session.as(opened.stranger(), () -> sheets.homeroom(opened.classId())))
                .hasSize(3);
    }

    @Test
    void whatNobodyTaughtMovesAsSoonAsSomebodyIsNamedAndIsCountedNoLonger() {
        leaves(opened.specialist());
        assertThat(session.as(opened.admin(), inbox::groups)).singleElement().satisfies(group -> {
            assertThat(group.part()).isEqualTo(SUBJECT);
            assertThat(group.unassigned()).isEqualTo(3);
        });
        assertThat(teacherless()).isEqualTo(3);

        give(SUBJECT, opened.stranger(), today, null);

        assertThat(session.as(opened.admin(), inbox::groups)).isEmpty();
        assertThat(openWorkOf(opened.stranger())).isEqualTo(3);
        assertThat(teacherless()).isZero();
    }

    @Test
    void aWholePersonsWorkIsHandedOverAtOnce() {
        List<Duty> all = duties.holders(opened.classId()).entrySet().stream()
                .filter(held -> held.getValue().equals(opened.homeroom().staffId()))
                .map(held -> new Duty(opened.classId(), held.getKey()))
                .toList();
        assertThat(all).hasSizeGreaterThan(5);

        int moved = session.as(opened.principal(), () -> changes.give(all, order(opened.stranger(), today, null)));

        assertThat(moved).isEqualTo(all.size());
        assertThat(openWorkOf(opened.homeroom())).isZero();
        assertThat(openWorkOf(opened.stranger())).isEqualTo(3 * (all.size() - 1));
    }

    @Test
    void whoStandsInGivesTheDutyBackWhenTheTimeIsOver() {
        give(SUBJECT, opened.stranger(), today, today.plusDays(3));
        assertThat(openWorkOf(opened.stranger())).isEqualTo(3);

        on(today.plusDays(3));
        due.look();
        assertThat(openWorkOf(opened.stranger())).isEqualTo(3);
        on(today.plusDays(4));
        due.look();

        assertThat(openWorkOf(opened.stranger())).isZero();
        assertThat(openWorkOf(opened.specialist())).isEqualTo(3);
    }

    @Test
    void anOrderForALaterDayTakesEffectOnThatDayUnlessItWasTakenBack() {
        give(SUBJECT, opened.stranger(), today.plusDays(2), null);
        give("TOAN", opened.stranger(), today.plusDays(2), null);
        assertThat(openWorkOf(opened.stranger())).isZero();
        String maths = duties.current(opened.schoolId()).stream()
                .filter(term -> term.heldFrom() == null && term.part().equals("TOAN"))
                .findFirst()
                .orElseThrow()
                .id();
        session.run(opened.admin(), () -> changes.cancel(maths));

        on(today.plusDays(2));
        due.look();

        assertThat(openWorkOf(opened.stranger())).isEqualTo(3);
        assertThat(duties.holders(opened.classId()))
                .containsEntry(SUBJECT, opened.stranger().staffId())
                .containsEntry("TOAN", opened.homeroom().staffId());
    }

    @Test
    void whoHadADutyAtAMomentIsKnownForEver() {
        Instant before = clock.instant();
        on(today.plusDays(1));
        give(Part.CLASS, opened.stranger(), today.plusDays(1), null);

        Duties.History history = duties.history(directory.classById(opened.classId()));
        assertThat(history.at(Part.CLASS, before))
                .containsExactly(opened.homeroom().staffId());
        assertThat(history.at(Part.CLASS, clock.instant()))
                .containsExactly(opened.stranger().staffId());
    }

    @Test
    void aPrincipalWhoIsGivenASubjectTeachesIt() {
        give(SUBJECT, opened.principal(), today, null);

        CurrentUser now = accounts.ofStaff(opened.principal().staffId()).orElseThrow();
        assertThat(now.roles()).contains(Role.PRINCIPAL, Role.TEACHER);
        assertThat(session.as(now, () -> sheets.subject(opened.classId(), SUBJECT)))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TEACHER", "CLERK", "SUPERVISOR", "PROVINCE"})
    void nobodyElseGivesDutiesAway(Role role) {
        CurrentUser other = accounts.put(new NewAccount(
                "other-" + role + opened.schoolId(),
                null,
                "Người Khác",
                "Thử",
                List.of(role),
                null,
                opened.schoolId(),
                opened.admin().unitPath()));

        assertThatThrownBy(() -> session.run(
                        other,
                        () -> changes.give(
                                List.of(new Duty(opened.classId(), SUBJECT)), order(opened.stranger(), today, null))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("identity.role-missing"));
    }

    @Test
    void theAdminOfAnotherSchoolGivesNothingAwayHere() {
        Opened elsewhere = fixture.open(4, 1);

        assertThatThrownBy(() -> session.run(
                        elsewhere.admin(),
                        () -> changes.give(
                                List.of(new Duty(elsewhere.classId(), SUBJECT), new Duty(opened.classId(), SUBJECT)),
                                order(elsewhere.stranger(), today, null))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("identity.other-unit"));
        assertThat(duties.holders(elsewhere.classId()))
                .containsEntry(SUBJECT, elsewhere.specialist().staffId());
    }

    @Test
    void somebodyOfAnotherSchoolAndSomebodyWhoHasLeftAreGivenNothing() {
        Opened elsewhere = fixture.open(4, 1);
        leaves(opened.stranger());

        for (CurrentUser unfit : List.of(elsewhere.stranger(), opened.stranger())) {
            assertThatThrownBy(() -> give(SUBJECT, unfit, today, null))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.key()).isEqualTo("school.duties.no-person"));
        }
    }

    @Test
    void nobodyStandsInWhereNobodyWouldGetItBack() {
        leaves(opened.specialist());
        transaction.executeWithoutResult(
                status -> jdbc.sql("update duty_term set held_until = ? where class_id = ? and part = ?")
                        .params(java.time.LocalDateTime.of(2026, 1, 1, 0, 0), opened.classId(), SUBJECT)
                        .update());

        assertThatThrownBy(() -> give(SUBJECT, opened.stranger(), today, today.plusDays(1)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key())
                        .isEqualTo("school.duties.nobody-to-return-to"));
    }

    private void give(String part, CurrentUser to, LocalDate from, LocalDate until) {
        session.run(
                opened.admin(), () -> changes.give(List.of(new Duty(opened.classId(), part)), order(to, from, until)));
    }

    private static Order order(CurrentUser to, LocalDate from, LocalDate until) {
        return new Order(to.staffId(), from, until, "Nghỉ thai sản", "12/QĐ-TH");
    }

    /** As an import that says so does it. */
    private void leaves(CurrentUser person) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update staff set working = false where id = ?")
                    .param(person.staffId())
                    .update();
            events.publishEvent(new DutiesChanged(opened.schoolId()));
        });
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(8, 0).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
    }

    private int openWorkOf(CurrentUser person) {
        return jdbc.sql("select count(*) from work_item where assignee_id = ? and state = 'OPEN'")
                .param(person.staffId())
                .query(Integer.class)
                .single();
    }

    private Map<String, String> teachers(String subject) {
        return jdbc
                .sql(
                        "select p.year_record_id, p.staff_id from record_part p join year_record r on r.id = p.year_record_id"
                                + " where r.class_id = ? and p.code = ?")
                .params(opened.classId(), subject)
                .query((row, n) -> Map.entry(row.getString("year_record_id"), row.getString("staff_id")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int teacherless() {
        return jdbc.sql("select sum(no_teacher) from school_progress where school_id = ?")
                .param(opened.schoolId())
                .query(Integer.class)
                .single();
    }
}
