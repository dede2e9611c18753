package vn.hocba.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.ReleasedRecords.PIN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.calendar.Wave;
import vn.hocba.dossier.FindPupils;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.request.Evidence;
import vn.hocba.school.ChangeUnits;
import vn.hocba.school.ChangeUnits.Decision;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.TakeOverStaff;
import vn.hocba.school.TakeOverStaff.Waiting;
import vn.hocba.school.UnitBoard;
import vn.hocba.school.UnitChange.Kind;
import vn.hocba.school.UnitChange.State;
import vn.hocba.shared.Refused;
import vn.hocba.shared.StaffId;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.SandboxAuthority;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.CountsCheck;
import vn.hocba.workflow.EngineJobs;

@ReleasedRecordsTest
class MergedSchoolTest {

    @Autowired
    ChangeUnits changes;

    @Autowired
    UnitBoard board;

    @Autowired
    PupilsGoOn goOn;

    @Autowired
    TakeOverStaff staff;

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    FindPupils find;

    @Autowired
    Accounts accounts;

    @Autowired
    SandboxAuthority authority;

    @Autowired
    SigningSessions sessions;

    @Autowired
    Session session;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private Unit province;
    private School former;
    private School successor;
    private CurrentUser officer;

    @BeforeEach
    void twoSchoolsOfOneSo() {
        province = world.province();
        former = world.schoolBelow(province);
        successor = world.schoolBelow(province);
        officer = world.ofProvince(province, Role.PROVINCE_OFFICER);
    }

    @AfterEach
    void theBoardsCountWhatThereIs() {
        CountsCheck.ofSchool(jdbc, former.unit().id());
        CountsCheck.ofSchool(jdbc, successor.unit().id());
    }

    @Test
    void openRecordsGoOnAtTheSuccessorWhatIsSignedComesBackAndWhatIsIssuedStaysAsItIs() {
        String accepted = life.accepted(former);
        byte[] issued = world.packet(accepted);
        String commenting = world.commenting(former, "Giàng Thị Mỷ");
        life.enrol(commenting);
        String sealed = world.released(former, "Vàng A Lử").get(0);
        life.enrol(sealed);

        merge();
        assertThat(session.as(officer, () -> board.decided()).get(0).change().state())
                .isEqualTo(State.RUNNING);
        goOn.look();

        ClassInfo target = directory.classes(successor.unit().id(), ReleasedRecords.YEAR).stream()
                .filter(info -> info.name().equals("1A-2"))
                .findFirst()
                .orElseThrow();
        assertThat(target.homeroomStaffId()).isEqualTo(former.homeroom().staffId());
        for (String record : List.of(accepted, commenting, sealed)) {
            assertThat(jdbc.sql("select class_id from year_record where id = ?")
                            .param(record)
                            .query(String.class)
                            .single())
                    .isEqualTo(target.id());
        }
        assertThat(life.state(accepted)).isEqualTo("ACCEPTED");
        assertThat(world.packet(accepted)).isEqualTo(issued);
        assertThat(life.state(commenting)).isEqualTo("COMMENTING");
        assertThat(life.state(sealed)).isEqualTo("HOMEROOM");
        assertThat(directory.studying(target.id())).hasSize(3);
        assertThat(directory.studying(former.classId())).isEmpty();
        assertThat(session.as(officer, () -> board.decided()).get(0).change().state())
                .isEqualTo(State.DONE);
    }

    @Test
    void officesEndWithTheSchoolItsCertificateSignsNoMoreAndItsPeopleWorkOnceTheyAreConfirmed() {
        String sealed = world.released(former, "Vàng A Lử").get(0);
        life.enrol(sealed);
        merge();
        goOn.look();

        assertThat(accounts.ofStaff(former.principal().staffId())).isEmpty();
        CurrentUser clerk = now(successor.clerk());
        assertThatThrownBy(() -> session.run(
                        clerk, () -> sessions.open(KeyHolder.unit(former.unit().id()), Entered.pin(PIN.toCharArray()))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("signing.unit-closed"));
        assertThat(session.as(
                        successor.admin(), () -> staff.waiting(successor.unit().id())))
                .extracting(Waiting::staffId)
                .contains(former.homeroom().staffId(), former.principal().staffId());
        assertThatThrownBy(() -> session.run(
                        successor.clerk(),
                        () -> staff.confirm(
                                successor.unit().id(),
                                new StaffId(former.homeroom().staffId()))))
                .isInstanceOf(Refused.class);

        School then = successorWithTheFormersTeacher();

        world.resign(then, sealed);
        assertThat(world.content(sealed).issuer().schoolName())
                .isEqualTo(successor.unit().name());
        CurrentUser head = confirmed(former.principal());
        assertThat(head == null || !head.is(Role.PRINCIPAL)).isTrue();
        session.run(
                now(successor.admin()),
                () -> staff.decline(
                        successor.unit().id(), new StaffId(former.clerk().staffId())));
        assertThat(directory.staff(former.clerk().staffId()).working()).isFalse();
    }

    @Test
    void theSuccessorSupplementsWhatTheFormerIssuedAndFindsIt() {
        String frozen = life.accepted(former);
        byte[] issued = world.packet(frozen);
        session.run(
                former.official(),
                () -> authority.issueSeal(province.id(), province.name(), province.taxCode(), PIN.toCharArray()));
        life.cutOff(former, Wave.FIRST);
        assertThat(life.state(frozen)).isEqualTo("FROZEN");
        CurrentUser provinceClerk = world.ofProvince(province, Role.PROVINCE_CLERK);
        merge();
        goOn.look();
        School then = now();

        String code = world.content(frozen).lookupCode();
        assertThat(session.as(then.clerk(), () -> find.matching(code)))
                .extracting(FindPupils.Hit::recordId)
                .containsExactly(frozen);
        String request = life.take(
                then.clerk(),
                "supplement.ask",
                frozen,
                Map.of(
                        "ground",
                        "CIVIL_STATUS",
                        "field",
                        "HO_VA_TEN",
                        "right",
                        "Lò Thị Mài",
                        "reason",
                        RecordLife.REASON),
                new Evidence("giay-khai-sinh.pdf", "%PDF-1.4".getBytes()));
        life.take(then.principal(), "supplement.endorse", request, Map.of());
        life.examine(then, request);
        life.take(
                then.official(),
                "supplement.approve",
                request,
                Map.of("number", "15/QĐ-SGDĐT", "day", LocalDate.of(2026, 11, 20), "reason", RecordLife.REASON));
        life.signSupplement(then, provinceClerk, request);

        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(world.packet(frozen)).isEqualTo(issued);
        assertThat(world.content(frozen).issuer().schoolName())
                .isEqualTo(former.unit().name());
    }

    @Test
    void whatWasAskedAtTheFormerIsDecidedByTheSuccessorAndItsNewVersionIsTaken() {
        String record = life.accepted(former);
        String request = life.askCorrection(former, record, "TOAN");
        merge();
        goOn.look();
        School then = successorWithTheFormersTeacher();

        life.approveCorrection(then, request);
        life.reassess(then, record, "TOAN", "H", 8);
        life.signAndSubmit(then, record);

        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(world.content(record).versionNo()).isEqualTo(2);
        assertThat(world.content(record).issuer().schoolName())
                .isEqualTo(successor.unit().name());
    }

    @Test
    void whatWaitsForTheAnswerOfTheSoGoesOnOnceItIsThere() {
        String record = world.released(former, "Lò Thị Mai").get(0);
        life.enrol(record);
        String pack = life.send(former);
        merge();
        goOn.look();
        assertThat(life.state(record)).isEqualTo("SUBMITTED");
        assertThat(schoolOf(record)).isEqualTo(former.unit().id());

        jobs.run(pack);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        goOn.look();

        assertThat(schoolOf(record)).isEqualTo(successor.unit().id());
        assertThat(session.as(officer, () -> board.decided()).get(0).change().state())
                .isEqualTo(State.DONE);
    }

    @Test
    void onlyTheChosenClassesOfASplitSchoolGo() {
        String classB = world.classBeside(former, "1B", world.teacher(former));
        String stays = world.commenting(former, "Lò Thị Mai");
        life.enrol(stays);
        String goes = world.commenting(former, "Giàng Thị Mỷ");
        life.enrol(goes);
        jdbc.sql("update year_record set class_id = ? where id = ?")
                .params(classB, goes)
                .update();
        jdbc.sql("update enrolment set class_id = ? where pupil_id = (select pupil_id from year_record where id = ?)")
                .params(classB, goes)
                .update();
        decide(Kind.SPLIT, List.of(classB));
        goOn.look();

        assertThat(schoolOf(goes)).isEqualTo(successor.unit().id());
        assertThat(schoolOf(stays)).isEqualTo(former.unit().id());
        assertThat(accounts.ofStaff(former.principal().staffId())).isPresent();
    }

    private void merge() {
        decide(Kind.MERGE, List.of());
    }

    private void decide(Kind kind, List<String> classes) {
        LocalDate today = LocalDate.now(clock);
        session.run(
                officer,
                () -> changes.decide(new Decision(
                        kind,
                        former.unit().id(),
                        new UnitId(successor.unit().id()),
                        null,
                        null,
                        null,
                        classes,
                        today,
                        "1685/QĐ-UBND",
                        today)));
    }

    private String schoolOf(String record) {
        return jdbc.sql("select school_id from year_record where id = ?")
                .param(record)
                .query(String.class)
                .single();
    }

    /** The people of the successor as they are now; the teacher of the former's class leads it there. */
    private School successorWithTheFormersTeacher() {
        CurrentUser teacher = confirmed(former.homeroom());
        ClassInfo target = directory.classes(successor.unit().id(), ReleasedRecords.YEAR).stream()
                .filter(info -> info.name().equals("1A-2"))
                .findFirst()
                .orElseThrow();
        School then = now();
        return new School(
                then.province(),
                then.unit(),
                target.id(),
                teacher,
                then.principal(),
                then.clerk(),
                then.admin(),
                then.official());
    }

    private CurrentUser confirmed(CurrentUser person) {
        session.run(now(successor.admin()), () -> staff.confirm(successor.unit().id(), new StaffId(person.staffId())));
        return accounts.ofStaff(person.staffId()).orElse(null);
    }

    private School now() {
        return new School(
                successor.province(),
                successor.unit(),
                successor.classId(),
                now(successor.homeroom()),
                now(successor.principal()),
                now(successor.clerk()),
                now(successor.admin()),
                successor.official());
    }

    private CurrentUser now(CurrentUser user) {
        return accounts.byId(user.accountId()).orElseThrow();
    }
}
