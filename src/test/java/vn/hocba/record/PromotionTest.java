package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TT 27/2020 Điều 11. */
class PromotionTest {

    @ParameterizedTest(name = "completed {0}, decided {1}: grade {2} after grade 3")
    @CsvSource({"true, , 4", "true, true, 4", "false, true, 4", "false, false, 3", "false, , 3"})
    void whoHasNotCompletedIsPromotedByADecisionOnly(boolean completed, Boolean decided, int next) {
        assertThat(Promotion.nextGrade(3, completed, decided)).isEqualTo(next);
    }
}
