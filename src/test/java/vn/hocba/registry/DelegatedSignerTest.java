package vn.hocba.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.Delegation;
import vn.hocba.identity.Power;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.GrantRoles;
import vn.hocba.school.GrantRoles.Decision;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;

/** Intake and register take a deputy's signature for the classes that were given at the moment of signing. */
@OfficeTest
class DelegatedSignerTest {

    OfficeWorld world;

    @Autowired
    SignatoryDirectory signers;

    @Autowired
    SupplementSigners supplementSigners;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    GrantRoles roles;

    @Autowired
    Session session;

    @Autowired
    Clock clock;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(DelegatedSignerTest.class);
    }

    @Test
    void aDeputyIsExpectedInTheClassesThatWereGivenFromThenOnAndUntilItEnds() {
        String staffId = world.classNamed("3A").homeroomStaffId();
        String deputy = directory.staff(staffId).personalId();
        String grant = session.as(
                world.someone(Role.SCHOOL_ADMIN),
                () -> roles.give(
                        world.school().id(),
                        new Decision(
                                staffId,
                                Role.PRINCIPAL,
                                Capacity.DEPUTY,
                                new Delegation(Set.of(Power.SIGN_RECORDS), Set.of(1), Set.of()),
                                LocalDate.of(2026, 1, 1),
                                null,
                                "15/QĐ-THRĐ")));
        Instant signed = clock.instant();

        assertThat(managers("1A", signed)).contains(deputy);
        assertThat(managers("2A", signed)).isNotEmpty().doesNotContain(deputy);
        assertThat(managers("1A", signed.minus(1, ChronoUnit.DAYS))).doesNotContain(deputy);

        session.run(world.someone(Role.SCHOOL_ADMIN), () -> roles.end(grant, "Hiệu trưởng đã trở lại làm việc"));
        assertThat(managers("1A", signed)).contains(deputy);
        assertThat(managers("1A", clock.instant().plus(1, ChronoUnit.DAYS))).doesNotContain(deputy);
    }

    @Test
    void aDeputyIsExpectedUnderASupplementWhereRequestsWereGivenToDecideAndElseNot() {
        String staffId = world.classNamed("4A").homeroomStaffId();
        String deputy = directory.staff(staffId).personalId();
        String grant = give(staffId, Power.SIGN_RECORDS);
        Instant signed = clock.instant();
        assertThat(heads(signed)).isNotEmpty().doesNotContain(deputy);

        session.run(world.someone(Role.SCHOOL_ADMIN), () -> roles.end(grant, "Giao lại nhiệm vụ"));
        String second = give(staffId, Power.DECIDE_REQUESTS);
        assertThat(heads(clock.instant())).contains(deputy);
        session.run(world.someone(Role.SCHOOL_ADMIN), () -> roles.end(second, "Hiệu trưởng đã trở lại làm việc"));
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
                                "16/QĐ-THRĐ")));
    }

    private Set<String> heads(Instant moment) {
        Unit province = directory.provinceOf(world.school().id()).orElseThrow();
        return supplementSigners
                .of(new Supplements.Parties(world.school(), province))
                .heads()
                .at(moment);
    }

    private Set<String> managers(String className, Instant moment) {
        return signers.of(world.school(), OfficeWorld.YEAR, className)
                .orElseThrow()
                .at(moment)
                .managers();
    }
}
