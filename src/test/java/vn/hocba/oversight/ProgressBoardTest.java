package vn.hocba.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.oversight.ProgressBoard.Cause;
import vn.hocba.oversight.ProgressBoard.Late;
import vn.hocba.oversight.ProgressBoard.Line;
import vn.hocba.record.RecordState;
import vn.hocba.shared.Refused;
import vn.hocba.steps.OfficeTest;
import vn.hocba.steps.OfficeWorld;
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
        List<Line> schools = session.as(world.someone(Role.SUPERVISOR), () -> board.schools())
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
    }

    @Test
    void missingCertificatesAreACauseUntilTheyAreIssued() {
        String principals =
                "select count(*) from certificate c join account a on a.staff_id = c.owner_id where a.roles like '%PRINCIPAL%'"
                        + " and c.revoked_at is null";
        boolean issued = jdbc.sql(principals).query(Integer.class).single() > 0;
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

        assertThat(line("1A", Role.SCHOOL_ADMIN).stuck()).containsEntry(Cause.NO_TEACHER, 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TEACHER", "CLERK"})
    void othersSeeNoBoard(Role role) {
        assertThatThrownBy(() -> school(role)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.as(world.someone(role), () -> board.schools()))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUPERVISOR", "PROVINCE", "PRINCIPAL", "SCHOOL_ADMIN"})
    void nobodySeesASchoolOutsideTheOwnJurisdiction(Role role) {
        assertThatThrownBy(() -> session.as(
                        world.stranger(role), () -> board.school(world.school().id())))
                .isInstanceOf(Refused.class);
        assertThat(session.as(world.stranger(role), () -> board.schools()).schools())
                .isEmpty();
    }

    private ProgressBoard.School school(Role role) {
        return session.as(world.someone(role), () -> board.school(world.school().id()));
    }

    private Line line(String className, Role role) {
        return school(role).classes().stream()
                .filter(line -> line.name().equals(className))
                .findFirst()
                .orElseThrow();
    }
}
