package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.GrantRoles.Decision;
import vn.hocba.school.ProvincePeople.Person;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;

/** At a Sở people are entered and given its roles, as schools give theirs. */
@ReleasedRecordsTest
class ProvinceRolesTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String NUMBER = "12/QĐ-UBND";

    @Autowired
    ReleasedRecords world;

    @Autowired
    ProvincePeople people;

    @Autowired
    GrantRoles roles;

    @Autowired
    RoleProposals proposals;

    @Autowired
    Accounts accounts;

    @Autowired
    Session session;

    @Autowired
    Clock clock;

    private Unit province;
    private CurrentUser officer;

    @BeforeEach
    void aProvince() {
        province = world.province();
        officer = world.ofProvince(province, Role.PROVINCE_OFFICER);
    }

    @Test
    void whoIsGivenARoleOfTheSoHasItsAccountAndReadsThereToo() {
        String deputy = add("Phó giám đốc", personalId());
        give(officer, deputy, Role.PROVINCE_LEADER, Capacity.DEPUTY, NUMBER);
        String clerk = add("Văn thư", "");
        give(officer, clerk, Role.PROVINCE_CLERK, null, "");

        CurrentUser leader = accounts.ofStaff(deputy).orElseThrow();
        assertThat(leader.roles()).containsExactlyInAnyOrder(Role.PROVINCE, Role.PROVINCE_LEADER);
        assertThat(leader.title()).isEqualTo("Phó giám đốc");
        assertThat(accounts.ofStaff(clerk).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.PROVINCE, Role.PROVINCE_CLERK);
        assertThat(session.as(officer, () -> proposals.of(province.id())).proposals())
                .as("a clerk of the Sở is none of a school")
                .isEmpty();
    }

    @Test
    void nobodyGivesARoleToOneselfAndAClerkGivesNone() {
        refused(
                () -> give(officer, officer.staffId(), Role.PROVINCE_LEADER, Capacity.HEAD, NUMBER),
                "school.roles.oneself");
        CurrentUser clerk = world.ofProvince(province, Role.PROVINCE_CLERK);
        refused(
                () -> give(clerk, officer.staffId(), Role.PROVINCE_LEADER, Capacity.HEAD, NUMBER),
                "identity.role-missing");
        CurrentUser elsewhere = world.ofProvince(world.province(), Role.PROVINCE_OFFICER);
        refused(
                () -> give(elsewhere, officer.staffId(), Role.PROVINCE_LEADER, Capacity.HEAD, NUMBER),
                "identity.other-unit");
    }

    @Test
    void theSoGivesNoRoleOfASchoolToItsPeopleAndASchoolNoneOfTheSo() {
        String person = add("Chuyên viên", "");
        refused(() -> give(officer, person, Role.CLERK, null, ""), "school.roles.role");
        ReleasedRecords.School school = world.schoolBelow(province);
        refused(
                () -> session.run(
                        school.admin(),
                        () -> roles.give(
                                school.unit().id(), decision(school.clerk().staffId(), Role.PROVINCE_CLERK, null, ""))),
                "school.roles.role");
    }

    @Test
    void theSoHasOneHeadAtATimeAndALeaderNeedsADecision() {
        String head = add("Giám đốc", personalId());
        give(officer, head, Role.PROVINCE_LEADER, Capacity.HEAD, NUMBER);
        String other = add("Giám đốc", personalId());

        refused(() -> give(officer, other, Role.PROVINCE_LEADER, Capacity.HEAD, NUMBER), "school.roles.one-head");
        refused(() -> give(officer, other, Role.PROVINCE_LEADER, Capacity.DEPUTY, ""), "school.roles.number");
        refused(() -> give(officer, other, Role.PROVINCE_LEADER, null, NUMBER), "school.roles.role");
    }

    @Test
    void aPersonalIdIsEnteredOnceAndOfOnePersonOnly() {
        String known = personalId();
        String first = add("Chuyên viên", "");
        session.run(officer, () -> people.identify(first, known));

        refused(
                () -> session.run(officer, () -> people.identify(first, personalId())),
                "school.province-people.known-id");
        refused(() -> add("Chuyên viên", known), "school.province-people.id-taken");
        refused(() -> add("Chuyên viên", "12"), "school.province-people.personal-id");
        refused(() -> add("", ""), "school.province-people.title");
        refused(
                () -> session.as(
                        world.ofProvince(province, Role.PROVINCE_CLERK),
                        () -> people.add(province.id(), new Person("A", "B", "", ""))),
                "identity.role-missing");
    }

    private String add(String title, String personalId) {
        return session.as(officer, () -> people.add(province.id(), new Person("Vi Thị Hằng", title, personalId, "")));
    }

    private void give(CurrentUser by, String staffId, Role role, Capacity capacity, String number) {
        session.run(by, () -> roles.give(province.id(), decision(staffId, role, capacity, number)));
    }

    private Decision decision(String staffId, Role role, Capacity capacity, String number) {
        return new Decision(
                staffId, role, capacity, null, LocalDate.ofInstant(clock.instant(), clock.getZone()), null, number);
    }

    private static String personalId() {
        return "0790900%05d".formatted(COUNTER.incrementAndGet());
    }

    private static void refused(Runnable action, String key) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key())
                .isEqualTo(key));
    }

    @Test
    void everybodyWhoIsEnteredIsListed() {
        add("Chuyên viên", "");

        assertThat(session.as(officer, () -> people.all(province.id())))
                .extracting(SchoolDirectory.StaffInfo::fullName)
                .containsExactlyInAnyOrder("Hà Thị Lan", "Vi Thị Hằng");
    }
}
