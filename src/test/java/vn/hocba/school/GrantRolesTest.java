package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Delegation;
import vn.hocba.identity.Role;
import vn.hocba.identity.RoleGrants;
import vn.hocba.identity.RoleGrants.Grant;
import vn.hocba.identity.Session;
import vn.hocba.school.GrantRoles.Decision;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.signing.MovableClock;

@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class GrantRolesTest {

    private static final String NUMBER = "12/QĐ-TH";

    @Autowired
    ClassFixture fixture;

    @Autowired
    GrantRoles roles;

    @Autowired
    RoleProposals proposals;

    @Autowired
    RoleGrants grants;

    @Autowired
    DueRoles due;

    @Autowired
    Accounts accounts;

    @Autowired
    Session session;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Opened opened;
    LocalDate today;

    @BeforeEach
    void aSchool() {
        opened = fixture.open(1, 1);
        today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void anAccountantWhoIsGivenTheSealKeepsItAndHasAnAccountFromThenOn() {
        String accountant = colleague("Kế toán");
        assertThat(accounts.ofStaff(accountant)).isEmpty();

        give(opened.principal(), clerk(accountant, today, null));

        assertThat(accounts.ofStaff(accountant).orElseThrow().roles()).containsExactly(Role.CLERK);
    }

    @Test
    void oneWhoKeepsTheSealMayBeTheAdminToo() {
        String accountant = colleague("Kế toán");
        give(opened.principal(), clerk(accountant, today, null));
        give(opened.principal(), new Decision(accountant, Role.SCHOOL_ADMIN, null, null, today, null, ""));

        assertThat(accounts.ofStaff(accountant).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.CLERK, Role.SCHOOL_ADMIN);
        refused(opened.admin(), clerk(accountant, today, null), "school.roles.has-it");
    }

    @Test
    void aTitleOnlyProposesAndNobodyHasTheRoleUntilItIsConfirmed() {
        String deputy = colleague("Phó hiệu trưởng phụ trách chuyên môn");
        colleague("Trợ lý Hiệu trưởng");
        colleague("Chủ tịch Hội đồng quản trị");

        RoleProposals.Roles shown = session.as(opened.admin(), () -> proposals.of(opened.schoolId()));

        assertThat(shown.proposals())
                .extracting(RoleProposals.Proposal::staffId, RoleProposals.Proposal::capacity)
                .contains(tuple(deputy, Capacity.DEPUTY));
        assertThat(shown.proposals())
                .extracting(RoleProposals.Proposal::title)
                .doesNotContain("Trợ lý Hiệu trưởng", "Chủ tịch Hội đồng quản trị");
        assertThat(accounts.ofStaff(deputy)).isEmpty();
    }

    @Test
    void aDeputyWithADelegationActsAsDeputyUntilItsLastDay() {
        String deputy = colleague("Phó hiệu trưởng phụ trách chuyên môn");
        give(opened.principal(), deputy(deputy, today, today.plusDays(5)));

        CurrentUser acting = accounts.ofStaff(deputy).orElseThrow();
        assertThat(acting.is(Role.PRINCIPAL)).isTrue();
        assertThat(acting.title()).isEqualTo("Phó hiệu trưởng");
        on(today.plusDays(6));
        due.look();

        assertThat(accounts.ofStaff(deputy)).isEmpty();
        assertThat(grants.past(opened.schoolId()))
                .extracting(Grant::staffId, Grant::endReason)
                .contains(tuple(deputy, "Hết thời hạn"));
    }

    @Test
    void anAddressThatSomebodyElseHadBeforeOpensNoFormerAccountAndItsPersonGetsItBack() {
        String address = "vanthu." + Ids.next().substring(14) + "@truong.edu.vn";
        String former = colleague("Kế toán");
        address(former, address);
        give(opened.principal(), clerk(former, today, null));
        String account = accounts.ofStaff(former).orElseThrow().accountId();
        endRolesOf(former);
        String other = colleague("Kế toán");
        address(other, address);

        give(opened.principal(), clerk(other, today, null));

        assertThat(accounts.ofStaff(other).orElseThrow()).satisfies(own -> {
            assertThat(own.accountId()).isNotEqualTo(account);
            assertThat(own.username()).isNotEqualTo(address);
        });
        assertThat(accounts.byUsername(address)).isEmpty();
        give(opened.principal(), clerk(former, today, null));
        assertThat(accounts.ofStaff(former).orElseThrow().accountId()).isEqualTo(account);
    }

    @Test
    void whoComesToAnotherSchoolWithTheSamePersonalIdTakesTheClosedAccountAlong() {
        String address = "vanthu." + Ids.next().substring(14) + "@truong.edu.vn";
        String former = colleague("Kế toán");
        address(former, address);
        identified(former, "001085000123");
        give(opened.principal(), clerk(former, today, null));
        String account = accounts.ofStaff(former).orElseThrow().accountId();
        endRolesOf(former);
        opened = fixture.open(1, 1);
        String here = colleague("Kế toán");
        address(here, address);
        identified(here, "001085000123");

        give(opened.principal(), clerk(here, today, null));

        assertThat(accounts.ofStaff(here).orElseThrow().accountId()).isEqualTo(account);
    }

    @Test
    void aRoleForALaterDayCountsFromThatDay() {
        String accountant = colleague("Kế toán");
        give(opened.admin(), clerk(accountant, today.plusDays(2), null));
        assertThat(accounts.ofStaff(accountant)).isEmpty();

        on(today.plusDays(2));
        due.look();

        assertThat(accounts.ofStaff(accountant).orElseThrow().is(Role.CLERK)).isTrue();
    }

    @Test
    void whoseRoleWasEndedHasItNoMore() {
        String grant = grants.current(opened.schoolId()).get(0).id();

        session.run(opened.admin(), () -> roles.end(grant, "Chuyển công tác"));

        assertThat(accounts.ofStaff(opened.principal().staffId())).isEmpty();
        assertThat(grants.principals(opened.schoolId())).singleElement().satisfies(was -> assertThat(
                        was.countedAt(clock.instant().minusSeconds(60)))
                .isTrue());
    }

    @Test
    void anActingHeadFollowsAHeadAndSignsWithQ() {
        String acting = colleague("Giáo viên");
        Decision decision = new Decision(acting, Role.PRINCIPAL, Capacity.ACTING, null, today, null, NUMBER);
        refused(opened.admin(), decision, "school.roles.one-head");
        session.run(
                opened.admin(),
                () -> roles.end(grants.current(opened.schoolId()).get(0).id(), "Nghỉ hưu"));

        give(opened.admin(), decision);

        CurrentUser now = accounts.ofStaff(acting).orElseThrow();
        assertThat(now.title()).isEqualTo("Q. Hiệu trưởng");
        assertThat(now.roles()).isEqualTo(Set.of(Role.PRINCIPAL, Role.TEACHER));
    }

    @Test
    void aHeadWhoBeginsOnALaterDayFollowsTheFormerHeadOnThatDay() {
        String next = colleague("Phó hiệu trưởng");
        give(opened.admin(), new Decision(next, Role.PRINCIPAL, Capacity.HEAD, null, today.plusDays(3), null, NUMBER));
        assertThat(heads()).containsExactly(opened.principal().staffId());

        on(today.plusDays(3));
        due.look();

        assertThat(heads()).containsExactly(next);
        assertThat(accounts.ofStaff(opened.principal().staffId())).isEmpty();
        assertThat(grants.past(opened.schoolId()))
                .extracting(Grant::staffId, Grant::endReason)
                .contains(tuple(opened.principal().staffId(), "Người khác đứng đầu đơn vị từ ngày này"));
    }

    @Test
    void theUnitAboveGivesTheFirstRoleAndOneElsewhereNone() {
        String head = colleague("Hiệu trưởng");
        session.run(
                opened.admin(),
                () -> roles.end(grants.current(opened.schoolId()).get(0).id(), "Nghỉ hưu"));
        String above = opened.admin().unitPath().replaceFirst("[^/]+/$", "");
        Decision decision = new Decision(head, Role.PRINCIPAL, Capacity.HEAD, null, today, null, NUMBER);

        refused(somebody(Role.PROVINCE_OFFICER, "/elsewhere/"), decision, "identity.other-unit");
        give(somebody(Role.PROVINCE_OFFICER, above), decision);

        assertThat(accounts.ofStaff(head).orElseThrow().title()).isEqualTo("Hiệu trưởng");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TEACHER", "CLERK", "PROVINCE", "PROVINCE_CLERK"})
    void teachersAndClerksGiveNone(Role role) {
        refused(
                somebody(role, opened.admin().unitPath()),
                clerk(colleague("Kế toán"), today, null),
                "identity.role-missing");
    }

    @Test
    void aDeputyGivesNoneAndNobodyGivesOneToOneself() {
        String deputy = colleague("Phó hiệu trưởng");
        give(opened.principal(), deputy(deputy, today, null));

        refused(
                accounts.ofStaff(deputy).orElseThrow(),
                clerk(colleague("Kế toán"), today, null),
                "school.roles.deputy");
        refused(opened.principal(), clerk(opened.principal().staffId(), today, null), "school.roles.oneself");
    }

    @Test
    void anAdminOfAnotherSchoolAndStaffOfAnotherSchoolAreRefused() {
        Opened elsewhere = fixture.open(1, 1);

        refused(elsewhere.admin(), clerk(colleague("Kế toán"), today, null), "identity.other-unit");
        refused(opened.admin(), clerk(elsewhere.stranger().staffId(), today, null), "school.roles.no-person");
    }

    @Test
    void aDelegationSaysWhatAndByWhichDecision() {
        String deputy = colleague("Phó hiệu trưởng");

        refused(
                opened.principal(),
                new Decision(deputy, Role.PRINCIPAL, Capacity.DEPUTY, null, today, null, NUMBER),
                "school.roles.scope");
        refused(
                opened.principal(),
                new Decision(deputy, Role.PRINCIPAL, Capacity.DEPUTY, Delegation.WHOLE, today, null, ""),
                "school.roles.number");
    }

    private static Decision clerk(String staffId, LocalDate from, LocalDate until) {
        return new Decision(staffId, Role.CLERK, null, null, from, until, "");
    }

    private static Decision deputy(String staffId, LocalDate from, LocalDate until) {
        return new Decision(staffId, Role.PRINCIPAL, Capacity.DEPUTY, Delegation.WHOLE, from, until, NUMBER);
    }

    private void give(CurrentUser by, Decision decision) {
        session.run(by, () -> roles.give(opened.schoolId(), decision));
    }

    private void refused(CurrentUser by, Decision decision, String key) {
        assertThatThrownBy(() -> give(by, decision))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private String colleague(String title) {
        String id = Ids.next();
        jdbc.sql("insert into staff (id, row_version, school_id, moet_code, full_name, title, working)"
                        + " values (?, 0, ?, ?, 'Bàn Thị Sen', ?, true)")
                .params(id, opened.schoolId(), id.substring(12), title)
                .update();
        return id;
    }

    private List<String> heads() {
        return grants.current(opened.schoolId()).stream()
                .filter(grant -> grant.counts() && grant.isHead(Role.PRINCIPAL))
                .map(Grant::staffId)
                .toList();
    }

    private void address(String staffId, String address) {
        jdbc.sql("update staff set email = ? where id = ?")
                .params(address, staffId)
                .update();
    }

    private void identified(String staffId, String personalId) {
        jdbc.sql("update staff set personal_id = ? where id = ?")
                .params(personalId, staffId)
                .update();
    }

    private void endRolesOf(String staffId) {
        grants.current(opened.schoolId()).stream()
                .filter(grant -> grant.staffId().equals(staffId))
                .forEach(grant -> session.run(opened.principal(), () -> roles.end(grant.id(), "Chuyển công tác")));
    }

    private CurrentUser somebody(Role role, String path) {
        return accounts.put(new NewAccount(
                "s." + Ids.next(), null, "Người Khác", "Thử", List.of(role), null, opened.schoolId(), path));
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(8, 0).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
    }
}
