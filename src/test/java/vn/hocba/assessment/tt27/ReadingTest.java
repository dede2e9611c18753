package vn.hocba.assessment.tt27;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.assessment.tt27.Tt27OutcomeTest.TT27;

import org.junit.jupiter.api.Test;
import vn.hocba.assessment.Part;
import vn.hocba.shared.Refused;

/** What is typed is read as what is imported. */
class ReadingTest {

    private static String typed(String part, String cell, String text) {
        return TT27.read(4, part, cell, text);
    }

    @Test
    void aMarkIsOneHoweverItIsWritten() {
        assertThat(typed("TOAN", "mark", "9,0")).isEqualTo("9");
        assertThat(typed("TOAN", "mark", " ９\u200e")).isEqualTo("9");
        assertThatThrownBy(() -> typed("TOAN", "mark", "8,5")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> typed("TOAN", "mark", "11")).isInstanceOf(Refused.class);
        assertThat(typed(Part.CLASS, "excused", "2.0")).isEqualTo("2");
    }

    @Test
    void aLevelInALetterThatLooksLikeItIsThatLevel() {
        assertThat(typed(Part.CLASS, "PC1", "\u00d0")).isEqualTo("Đ");
        assertThat(typed(Part.CLASS, "PC1", "\u0111\u200b")).isEqualTo("Đ");
        assertThat(typed("TOAN", "level", "t\u202c")).isEqualTo("T");
    }

    @Test
    void whatNobodySeesIsNotKeptOfAComment() {
        assertThat(typed("TOAN", "comment", "Chăm\u0000 ngoan,\u000b\u2028 lễ\u200b phép\u0007"))
                .isEqualTo("Chăm ngoan, lễ phép");
    }

    @Test
    void whatThePrintedFormLacksIsRefusedByName() {
        assertThatThrownBy(() -> typed("TOAN", "comment", "Em rất giỏi 😀👍"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«😀», «👍»");
        assertThat(typed("TOAN", "comment", "\uf0b7 Đọc tốt \uf0d8 Viết đẹp")).isEqualTo("- Đọc tốt - Viết đẹp");
    }

    @Test
    void aCommentInAnOldCodePageIsRefusedWithTheAdviceToConvert() {
        assertThatThrownBy(() -> typed("TOAN", "comment", "Hoµn thµnh tèt"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("TCVN3");
    }
}
