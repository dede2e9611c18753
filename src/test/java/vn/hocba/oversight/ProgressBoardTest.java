package vn.hocba.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.oversight.ProgressBoard.Ask;
import vn.hocba.oversight.ProgressBoard.Cause;
import vn.hocba.oversight.ProgressBoard.Late;
import vn.hocba.oversight.ProgressBoard.Line;
import vn.hocba.oversight.ProgressBoard.Total;
import vn.hocba.record.RecordState;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.CountsCheck;
import vn.hocba.workflow.Step;

@OfficeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressBoardTest {

    @Autowired
    OfficeWorld world;

    @Autowired
    ProgressBoard board;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReconcileCounts reconcile;

    @BeforeAll
    void aClassOnItsWay() {
        world.toPrincipal("5A");
    }

    @Test
    void aSchoolShowsHowManyRecordsAreAtEachStep() {
        Line line = line("5A", Role.PRINCIPAL);

        assertThat(line.studying()).isEqualTo(world.records("5A").size());
        assertThat(line.counts().at(RecordState.PRINCIPAL)).isEqualTo(line.studying());
        assertThat(line.unopened()).isZero();
    }

    @Test
    void theAuthorityAboveSeesItsSchoolsInOneLineEach() {
        List<Line> schools = session.as(world.someone(Role.SUPERVISOR), () -> board.schools(Ask.first(null, 50)))
                .schools();

        assertThat(schools).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(world.school().id());
            assertThat(line.counts().total()).isEqualTo(line.studying()).isGreaterThan(100);
        });
    }

    @Test
    void whoIsLateHasANameForTheSchoolAndNoneForTheAuthority() {
        String teacher = world.homeroom("1A").displayName();
        String record = world.records("1A").get(0);
        jdbc.sql(
                        "update work_item set due_at = '2026-01-01 00:00:00' where year_record_id = ? and state = 'OPEN' and assignee_id = ?")
                .params(record, world.homeroom("1A").staffId())
                .update();

        assertThat(school(Role.PRINCIPAL).late())
                .anySatisfy(late -> assertThat(late.person()).isEqualTo(teacher));
        assertThat(school(Role.SUPERVISOR).late())
                .isNotEmpty()
                .allSatisfy(late -> assertThat(late.person()).isNull())
                .extracting(Late::step)
                .contains(Step.COMMENTS);
        assertThat(line("1A", Role.SUPERVISOR).late()).isEqualTo(1);
        jdbc.sql(
                        "update work_item set due_at = (select max(due_at) from work_item where state = 'OPEN' and milestone = 'COMMENTS')"
                                + " where year_record_id = ? and state = 'OPEN'")
                .param(record)
                .update();
    }

    @Test
    void missingCertificatesAreACauseUntilTheyAreIssued() {
        String principals =
                "select count(*) from certificate c join account a on a.staff_id = c.owner_id where a.roles like '%PRINCIPAL%'"
                        + " and c.revoked_at is null and a.unit_id = ?";
        boolean issued = jdbc.sql(principals)
                        .param(world.school().id())
                        .query(Integer.class)
                        .single()
                > 0;
        assertThat(line("5A", Role.SUPERVISOR).stuck().containsKey(Cause.NO_CERTIFICATE))
                .isEqualTo(!issued);

        world.certify(world.someone(Role.PRINCIPAL).staffId());

        assertThat(line("5A", Role.SUPERVISOR).stuck()).doesNotContainKey(Cause.NO_CERTIFICATE);
    }

    @Test
    void aSubjectWithoutTeacherIsACause() {
        String record = world.records("1A").get(1);
        jdbc.sql(
                        "update work_item set assignee_id = null, role = 'SCHOOL_ADMIN' where year_record_id = ? and part = 'TOAN'")
                .param(record)
                .update();

        reconcile.run();

        assertThat(line("1A", Role.SCHOOL_ADMIN).stuck()).containsEntry(Cause.NO_TEACHER, 1);
    }

    @Test
    void aRecordUnderTwoCausesIsHeldUpOnce() {
        String record = world.records("5A").get(0);
        jdbc.sql("update year_record set rejected = true where id = ?")
                .param(record)
                .update();
        jdbc.sql("update account set active = false where roles like '%PRINCIPAL%'")
                .update();
        reconcile.run();
        try {
            assertThat(List.of(line("5A", Role.SUPERVISOR), ofSchools(Role.SUPERVISOR)))
                    .allSatisfy(line -> {
                        assertThat(line.stuck()).containsKeys(Cause.NO_CERTIFICATE, Cause.REJECTED);
                        assertThat(line.stuckTotal())
                                .isEqualTo(line.stuck().values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum()
                                        - 1);
                    });
        } finally {
            jdbc.sql("update year_record set rejected = false where id = ?")
                    .param(record)
                    .update();
            jdbc.sql("update account set active = true where roles like '%PRINCIPAL%'")
                    .update();
            reconcile.run();
        }
    }

    @Test
    void theLineOfASchoolIsTheSumOfItsClasses() {
        List<Line> classes = school(Role.SUPERVISOR).classes();
        Line school = ofSchools(Role.SUPERVISOR);

        assertThat(Total.of(List.of(school)))
                .isEqualTo(new Total(
                        1,
                        sum(classes, Line::studying),
                        sum(classes, line -> line.counts().accepted()),
                        sum(classes, Line::late),
                        sum(classes, Line::stuckTotal)));
        for (RecordState state : RecordState.values()) {
            assertThat(school.counts().at(state)).as(state.name()).isEqualTo(sum(classes, line -> line.counts()
                    .at(state)));
        }
        for (Cause cause : Cause.values()) {
            assertThat(school.stuck().getOrDefault(cause, 0))
                    .as(cause.name())
                    .isEqualTo(sum(classes, line -> line.stuck().getOrDefault(cause, 0)));
        }
    }

    @Test
    void theNightPutsRightWhatIsWrongAndNothingElse() {
        reconcile.run();
        CountsCheck.ofSchool(jdbc, world.school().id());
        assertThat(reconcile.run()).isZero();

        jdbc.sql("update school_progress set principal = principal + 3, due_comments = 0 where school_id = ?")
                .param(world.school().id())
                .update();

        assertThat(reconcile.run()).isOne();
        CountsCheck.ofSchool(jdbc, world.school().id());
    }

    @Test
    void howManyStudyIsKeptByTheImport() {
        reconcile.run();
        assertThat(reconcile.run()).isZero();
        jdbc.sql("update school_size set studying = 1").update();
        assertThat(reconcile.run()).isPositive();
        assertThat(ofSchools(Role.SUPERVISOR).studying()).isGreaterThan(100);
    }

    @Test
    void aNameIsFoundWithoutMarks() {
        assertThat(asked("rang dong").schools()).hasSize(1);
        assertThat(asked("không có")).satisfies(found -> {
            assertThat(found.found()).isZero();
            assertThat(found.total().lines()).isOne();
        });
    }

    @Test
    void whoImportsTheClassesOfTheNextYearLeavesTheBoardAtTheRunningOne() {
        String next = Ids.next();
        jdbc.sql(
                        "insert into school_class (id, row_version, school_id, school_year, name, grade) values (?, 0, ?, ?, '1A', 1)")
                .params(next, world.school().id(), OfficeWorld.YEAR + 1)
                .update();
        reconcile.run();
        try {
            ProgressBoard.Schools running = asked("");
            assertThat(running.schoolYear()).isEqualTo(OfficeWorld.YEAR);
            assertThat(running.years()).containsExactly(OfficeWorld.YEAR + 1, OfficeWorld.YEAR);
            assertThat(running.total().studying()).isGreaterThan(100);
            assertThat(school(Role.SUPERVISOR).schoolYear()).isEqualTo(OfficeWorld.YEAR);
            assertThat(session.as(
                                    world.someone(Role.SUPERVISOR),
                                    () -> board.schools(Ask.first(OfficeWorld.YEAR + 1, 50)))
                            .total())
                    .isEqualTo(new Total(1, 0, 0, 0, 0));
        } finally {
            jdbc.sql("delete from school_class where id = ?").param(next).update();
            jdbc.sql("delete from school_size where school_year = ?")
                    .param(OfficeWorld.YEAR + 1)
                    .update();
        }
    }

    private ProgressBoard.Schools asked(String search) {
        return session.as(
                world.someone(Role.SUPERVISOR),
                () -> board.schools(new Ask(null, search, ProgressBoard.Order.LATE, true, 0, 50)));
    }

    private static int sum(List<Line> lines, ToIntFunction<Line> figure) {
        return lines.stream().mapToInt(figure).sum();
    }

    private Line ofSchools(Role role) {
        return session.as(world.someone(role), () -> board.schools(Ask.first(null, 50)))
                .schools()
                .get(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TEACHER", "CLERK"})
    void othersSeeNoBoard(Role role) {
        assertThatThrownBy(() -> school(role)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.as(world.someone(role), () -> board.schools(Ask.first(null, 50))))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUPERVISOR", "PROVINCE", "PRINCIPAL", "SCHOOL_ADMIN"})
    void nobodySeesASchoolOutsideTheOwnJurisdiction(Role role) {
        assertThatThrownBy(() -> session.as(
                        world.stranger(role), () -> board.school(world.school().id(), null)))
                .isInstanceOf(Refused.class);
        assertThat(session.as(world.stranger(role), () -> board.schools(Ask.first(null, 50)))
                        .schools())
                .isEmpty();
    }

    private ProgressBoard.School school(Role role) {
        return session.as(world.someone(role), () -> board.school(world.school().id(), null));
    }

    private Line line(String className, Role role) {
        return school(role).classes().stream()
                .filter(line -> line.name().equals(className))
                .findFirst()
                .orElseThrow();
    }
}
