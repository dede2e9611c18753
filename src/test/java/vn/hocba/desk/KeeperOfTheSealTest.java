package vn.hocba.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.desk.clerk.SealClass;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.GrantRoles;
import vn.hocba.school.GrantRoles.Decision;
import vn.hocba.workflow.Batches;

/** Who may apply the seal of a small school; in a school of its own, whose roles change. */
@OfficeTest
class KeeperOfTheSealTest {

    OfficeWorld world;

    @Autowired
    GrantRoles roles;

    @Autowired
    SealClass sealClass;

    @Autowired
    Accounts accounts;

    @Autowired
    Session session;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(KeeperOfTheSealTest.class);
    }

    @Test
    void aHomeroomTeacherWhoKeepsTheSealSealsTheOwnClassAndWhoSignedForTheSchoolDoesNot() {
        world.toClerk("1A");
        world.certify(world.school().id());
        CurrentUser principal = given(world.someone(Role.PRINCIPAL));
        CurrentUser homeroom = given(world.homeroom("1A"));

        Batches.Progress byPrincipal = seal(principal);

        assertThat(byPrincipal.done()).isZero();
        assertThat(byPrincipal.remarks()).isNotEmpty().allSatisfy(remark -> assertThat(remark.reason())
                .contains("ký duyệt học bạ này thay mặt trường"));

        assertThat(seal(homeroom).isComplete()).isTrue();
        assertThat(world.records("1A"))
                .allSatisfy(record -> assertThat(world.state(record)).isEqualTo("RELEASED"));
    }

    private CurrentUser given(CurrentUser person) {
        session.run(
                world.someone(Role.SCHOOL_ADMIN),
                () -> roles.give(
                        world.school().id(),
                        new Decision(person.staffId(), Role.CLERK, null, null, LocalDate.of(2026, 1, 1), null, "")));
        return accounts.ofStaff(person.staffId()).orElseThrow();
    }

    private Batches.Progress seal(CurrentUser keeper) {
        return world.await(
                session.as(keeper, () -> sealClass.start(world.classNamed("1A").id(), List.of(), OfficeWorld.pin())));
    }
}
