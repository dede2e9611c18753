package vn.hocba.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.registry.TwoPeople.Act;
import vn.hocba.shared.PolicyTable;

/** Two people where nothing else is said; one where a Sở has said so, from the year in which it has. */
class TwoPeopleTest {

    private static final String HEAD = "act;two-people;first-year;last-year;province\n";

    @ParameterizedTest
    @EnumSource
    void twoAreTheRuleAndASoWithOnePersonSaysOtherwise(Act act) {
        TwoPeople policy = OnePersonPolicy.with(null);
        assertThat(policy.areDemandedUnder("01", act, 2026)).isTrue();
        assertThat(policy.areDemandedUnder("", act, 2026)).isTrue();
        assertThat(policy.areDemandedUnder(OnePersonPolicy.CODE, act, 2026)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027, 2028, 2029})
    void aDecisionHoldsInItsYearsAndWhatNoLineSaysTakesTwo(int year) {
        TwoPeople policy = of("REPORT_SEAL;false;2027;2028;01");
        assertThat(policy.areDemandedUnder("01", Act.REPORT_SEAL, year)).isEqualTo(year < 2027 || year > 2028);
        assertThat(policy.areDemandedUnder("01", Act.SUPPLEMENT_SEAL, year)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"REPORT_SEAL;no;;;01", "SEALS;true;;;01", "REPORT_SEAL;true;;;01\nREPORT_SEAL;false;2026;;01"})
    void whatCannotBeReadOrContradictsItselfDoesNotStart(String lines) {
        assertThatThrownBy(() -> of(lines)).isInstanceOf(RuntimeException.class);
    }

    private static TwoPeople of(String lines) {
        return new TwoPeople(PolicyTable.parse("test", HEAD + lines + "\n"), null);
    }
}
