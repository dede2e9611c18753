package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.document.HandOver;
import vn.hocba.document.SnapshotBuilder;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.Delegation;
import vn.hocba.identity.Power;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.GrantRoles;
import vn.hocba.school.GrantRoles.Decision;
import vn.hocba.school.SchoolDirectory;

@OfficeTest
class HandOverSignersTest {

    OfficeWorld world;

    @Autowired
    HandOverSigners signers;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    GrantRoles roles;

    @Autowired
    Session session;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(HandOverSignersTest.class);
    }

    @Test
    void aDeputySignsForTheHeadWhereRequestsWereGivenToDecideAndElseNot() {
        String staffId = world.classNamed("4A").homeroomStaffId();
        String deputy = directory.staff(staffId).personalId();
        String grant = give(staffId, Power.SIGN_RECORDS);
        assertThat(heads()).isNotEmpty().doesNotContain(deputy);

        end(grant);
        grant = give(staffId, Power.DECIDE_REQUESTS);

        assertThat(heads()).contains(deputy);
        end(grant);
    }

    private Set<String> heads() {
        HandOver said = new HandOver(
                HandOver.CURRENT,
                "1",
                LocalDate.of(2026, 11, 2),
                "0193a7c4e5f64b2d8c1e0f9a7b6d5c43",
                SnapshotBuilder.aRecord().build().issuer(),
                new HandOver.Receiver("Trường Tiểu học Hòa Bình", "Thành phố Cần Thơ"),
                false,
                null,
                null,
                List.of());
        return new TransactionTemplate(transactions)
                .execute(status -> signers.of(world.school().id(), said).heads().at(clock.instant()));
    }

    private String give(String staffId, Power power) {
        return session.as(
                world.someone(Role.SCHOOL_ADMIN),
                () -> roles.give(
                        world.school().id(),
                        new Decision(
                                staffId,
                                Role.PRINCIPAL,
                                Capacity.DEPUTY,
                                new Delegation(Set.of(power), Set.of(), Set.of()),
                                LocalDate.of(2026, 1, 1),
                                null,
                                "17/QĐ-THRĐ")));
    }

    private void end(String grant) {
        session.run(world.someone(Role.SCHOOL_ADMIN), () -> roles.end(grant, "Giao lại nhiệm vụ"));
    }
}
