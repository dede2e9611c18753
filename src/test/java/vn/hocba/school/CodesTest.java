package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.school.workbook.Cell;

class CodesTest {

    @ParameterizedTest
    @CsvSource({
        "3152769214, 3152769214",
        "3152769214.0, 3152769214",
        "'3152769214,0', 3152769214",
        "3.152769214E9, 3152769214",
        "'3,152769214E+9', 3152769214",
        "3 152 769 214, 3152769214",
        "3.152.769.214, 3152769214",
        "'3,152,769,214', 3152769214",
        "'''0150211777', 0150211777",
        "HS-01.2, HS-01.2"
    })
    void aCodeIsItsDigitsWhateverASpreadsheetMadeOfThem(String written, String code) {
        assertThat(Codes.moet(text(written))).isEqualTo(code);
    }

    @Test
    void digitsThatAreGoneAreNotInvented() {
        assertThat(Codes.isRounded(Codes.moet(text("3.15E9")))).isTrue();
        assertThat(Codes.isRounded("3152769214")).isFalse();
    }

    @Test
    void lostLeadingZerosArePutBack() {
        assertThat(Codes.moet(number("150211777"))).isEqualTo("0150211777");
        assertThat(Codes.withLostZeros("150211777")).isEqualTo("0150211777");
        assertThat(Codes.withLostZeros("1502117")).isEqualTo("1502117");
        assertThat(Codes.personalId(number("48089306157"))).isEqualTo("048089306157");
        assertThat(Codes.personalId(text("48089306157"))).isEqualTo("048089306157");
        assertThat(Codes.personalId(text("12345"))).isEqualTo("12345");
    }

    /** A school's own numbers, 1, 2, 3 …, are not those of the sector. */
    @Test
    void aNumberThatIsFarTooShortIsNotFilledUpToACode() {
        assertThat(Codes.moet(number("7"))).isEqualTo("7");
        assertThat(Codes.moet(number("1502117"))).isEqualTo("1502117");
    }

    private static Cell text(String text) {
        return new Cell(text, null, null, null);
    }

    private static Cell number(String digits) {
        return new Cell(digits, new BigDecimal(digits), null, null);
    }
}
