package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.hocba.school.Curriculum;
import vn.hocba.shared.Refused;

/** What is typed is read as what is imported. */
class EntryRulesTest {

    private final EntryRules rules = new EntryRules(new Curriculum());

    @Test
    void aMarkIsOneHoweverItIsWritten() {
        assertThat(rules.mark("9,0", "TOAN", 4)).isEqualTo(9);
        assertThat(rules.mark(" ９\u200e", "TOAN", 4)).isEqualTo(9);
        assertThatThrownBy(() -> rules.mark("8,5", "TOAN", 4)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> rules.mark("11", "TOAN", 4)).isInstanceOf(Refused.class);
        assertThat(rules.number("excused", "2.0")).isEqualTo(2);
    }

    @Test
    void aLevelInALetterThatLooksLikeItIsThatLevel() {
        assertThat(rules.traitLevel("\u00d0")).isEqualTo("Đ");
        assertThat(rules.traitLevel("\u0111\u200b")).isEqualTo("Đ");
        assertThat(rules.subjectLevel("t\u202c").level()).isEqualTo("T");
    }

    @Test
    void whatNobodySeesIsNotKeptOfAComment() {
        assertThat(rules.text("Chăm\u0000 ngoan,\u000b\u2028 lễ\u200b phép\u0007", 100))
                .isEqualTo("Chăm ngoan, lễ phép");
    }

    @Test
    void aCommentInAnOldCodePageIsRefusedWithTheAdviceToConvert() {
        assertThatThrownBy(() -> rules.text("Hoµn thµnh tèt", 100))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("TCVN3");
    }
}
