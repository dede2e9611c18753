package vn.hocba.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"9", "9,0", "9.0", " 9 ", "９", "9.00", "8.9999999999999997", "9\u200e"})
    void nineIsNineHoweverItIsWritten(String text) {
        assertThat(WrittenNumber.whole(text, 0, 10)).contains(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8,5", "-1", "11", "chín", "", "9 9", "1e1", "0x9", "9.", "99999999999999999999"})
    void whatIsNoWholeNumberInTheRangeIsNone(String text) {
        assertThat(WrittenNumber.whole(text, 0, 10)).isEmpty();
    }

    @Test
    void theNoiseOfBinaryFractionsIsNotShown() {
        assertThat(WrittenNumber.withoutNoise(new BigDecimal("7.9999999999999991")))
                .isEqualByComparingTo("8");
        assertThat(WrittenNumber.withoutNoise(new BigDecimal("-0.000000000000001")))
                .isEqualByComparingTo("0");
        assertThat(WrittenNumber.withoutNoise(new BigDecimal("7.5"))).isEqualByComparingTo("7.5");
        assertThat(WrittenNumber.withoutNoise(new BigDecimal("1320656518"))).isEqualByComparingTo("1320656518");
    }
}
