package vn.hocba.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.principal.ApprovalList;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Delegation;
import vn.hocba.identity.Power;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.GrantRoles;
import vn.hocba.school.GrantRoles.Decision;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** What a deputy may do is what the head has given; in a school of its own, whose roles change. */
@OfficeTest
class DeputyTest {

    OfficeWorld world;

    @Autowired
    GrantRoles roles;

    @Autowired
    SignPrincipal sign;

    @Autowired
    ApprovalList approval;

    @Autowired
    ReturnRecords returns;

    @Autowired
    Inbox inbox;

    @Autowired
    Accounts accounts;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(DeputyTest.class);
    }

    @Test
    void aDeputyWhoWasGivenOneClassSignsItAsDeputyAndIsRefusedTheOthersWithWhomToAsk() {
        world.toPrincipal("1A");
        world.toPrincipal("2A");
        CurrentUser deputy = deputy("3A", new Delegation(Set.of(Power.SIGN_RECORDS), Set.of(), Set.of("1A")));
        world.certify(deputy.staffId());
        String given = world.classNamed("1A").id();
        String other = world.classNamed("2A").id();

        assertThat(session.as(deputy, inbox::groups))
                .filteredOn(group -> group.step() == Step.PRINCIPAL)
                .extracting(Inbox.Group::className)
                .containsExactly("1A");
        refused(deputy, () -> approval.of(other), "identity.class-not-delegated");
        refused(deputy, () -> sign.start(other, List.of(), OfficeWorld.pin()), "identity.class-not-delegated");
        refused(
                deputy,
                () -> returns.start(
                        other,
                        world.records("2A"),
                        new ReturnRecords.Instruction(
                                Step.PRINCIPAL, Step.HOMEROOM, Set.of(), "Nhận xét chưa đúng mẫu.")),
                "identity.class-not-delegated");
        assertThat(world.await(session.as(deputy, () -> sign.start(given, List.of(), OfficeWorld.pin())))
                        .isComplete())
                .isTrue();
        assertThat(jdbc.sql("select signer_title from record_signature where year_record_id = ? and slot = 'CBQL'")
                        .param(world.records("1A").get(0))
                        .query(String.class)
                        .list())
                .containsExactly("Phó hiệu trưởng");
    }

    @Test
    void aDeputyWhoWasGivenSomethingElseSignsNothing() {
        CurrentUser deputy = deputy("4A", new Delegation(Set.of(Power.MANAGE_PUPILS), Set.of(), Set.of()));
        String classId = world.classNamed("5A").id();

        refused(deputy, () -> sign.start(classId, List.of(), OfficeWorld.pin()), "identity.not-delegated");
        assertThatThrownBy(() -> session.run(deputy, () -> approval.of(classId)))
                .hasMessageContaining("Ký học bạ")
                .hasMessageContaining("Hãy đề nghị hiệu trưởng");
        assertThat(session.as(deputy, inbox::groups)).noneMatch(group -> group.step() == Step.PRINCIPAL);
    }

    private CurrentUser deputy(String classLed, Delegation delegation) {
        String staffId = world.classNamed(classLed).homeroomStaffId();
        session.run(
                world.someone(Role.SCHOOL_ADMIN),
                () -> roles.give(
                        world.school().id(),
                        new Decision(
                                staffId,
                                Role.PRINCIPAL,
                                Capacity.DEPUTY,
                                delegation,
                                LocalDate.of(2026, 1, 1),
                                null,
                                "15/QĐ-THRĐ")));
        return accounts.ofStaff(staffId).orElseThrow();
    }

    private void refused(CurrentUser who, Runnable action, String key) {
        assertThatThrownBy(() -> session.run(who, action))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
