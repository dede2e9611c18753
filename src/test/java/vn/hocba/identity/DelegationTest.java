package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DelegationTest {

    @Test
    void itIsReadAsItWasWritten() {
        Delegation some = new Delegation(Set.of(Power.SIGN_RECORDS, Power.ASSIGN_DUTIES), Set.of(4, 5), Set.of("3A"));
        Delegation nothing = new Delegation(Set.of(), Set.of(), Set.of());
        assertThat(Delegation.read(some.written())).isEqualTo(some);
        assertThat(Delegation.read(nothing.written())).isEqualTo(nothing);
        assertThat(Delegation.read("SIGN_RECORDS,DECIDE_REQUESTS,ASSIGN_DUTIES,MANAGE_PUPILS||"))
                .isEqualTo(Delegation.WHOLE);
        assertThat(Delegation.read(null)).isNull();
    }

    @Test
    void aDeputySignsTheGradesAndClassesThatWereGivenAndNoOthers() {
        CurrentUser deputy = deputy(new Delegation(Set.of(Power.SIGN_RECORDS), Set.of(4), Set.of("3A")));
        assertThat(Right.SIGN_FOR_SCHOOL.isOf(deputy, 4, "4C")).isTrue();
        assertThat(Right.SIGN_FOR_SCHOOL.isOf(deputy, 3, "3A")).isTrue();
        assertThat(Right.SIGN_FOR_SCHOOL.isOf(deputy, 3, "3B")).isFalse();
        assertThat(Right.DECIDE_CORRECTION.isOf(deputy)).isFalse();
        assertThat(Right.DECIDE_CORRECTION.refusal(deputy).key()).isEqualTo("identity.not-delegated");
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void aDeputyHasWhatAPrincipalHasAsFarAsThePowerForItWasGiven(Right right) {
        CurrentUser head = person(Set.of(Role.PRINCIPAL), null);
        for (Power power : Power.values()) {
            CurrentUser deputy = deputy(new Delegation(Set.of(power), Set.of(), Set.of()));
            boolean suffices = right.line().power() == null || right.line().power() == power;
            assertThat(right.isOf(deputy)).isEqualTo(right.isOf(head) && suffices);
        }
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void whatADeputyHasByAnotherRoleNeedsNoPower(Right right) {
        Set<Role> all = EnumSet.allOf(Role.class);
        all.remove(Role.PRINCIPAL);
        CurrentUser bound = person(EnumSet.allOf(Role.class), new Delegation(Set.of(), Set.of(), Set.of()));
        if (right.isOf(person(all, null))) {
            assertThat(right.isOf(bound)).isTrue();
        }
    }

    private static CurrentUser deputy(Delegation delegation) {
        return person(Set.of(Role.PRINCIPAL), delegation);
    }

    private static CurrentUser person(Set<Role> roles, Delegation delegation) {
        return new CurrentUser("a", "pht", "Bàn Thị Sen", "Phó hiệu trưởng", roles, "s", "th", "/so/th/", delegation);
    }
}
