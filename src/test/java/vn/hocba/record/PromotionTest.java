package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.assessment.Outcome;

/** TT 27/2020 Điều 11. */
class PromotionTest {

    @ParameterizedTest(name = "completed {0}, decided {1}: grade {2} after grade 3")
    @CsvSource({"true, , 4", "true, true, 4", "false, true, 4", "false, false, 3", "false, , 3"})
    void whoHasNotCompletedIsPromotedByADecisionOnly(boolean completed, Boolean decided, int next) {
        assertThat(Promotion.nextGrade(3, completed, decided)).isEqualTo(next);
    }

    @ParameterizedTest(name = "grade {0}, {1}: {2}")
    @CsvSource({
        "4, NOT_COMPLETED, true",
        "5, NOT_COMPLETED, false",
        "9, NOT_COMPLETED, false",
        "12, NOT_COMPLETED, false",
        "4, COMPLETED, false",
        "4, , false"
    })
    void thePrincipalDecidesOnlyWhereTheProgrammeIsNotCompletedAndTheLevelGoesOn(
            int grade, String result, boolean decides) {
        Outcome outcome = new Outcome(
                Outcome.Basis.COMPLETE, result, List.of(), List.of(), "COMPLETED".equals(result), "", "table:1");

        assertThat(Promotion.isToBeDecided(grade, outcome)).isEqualTo(decides);
    }
}
