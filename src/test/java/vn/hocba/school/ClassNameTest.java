package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"1A", "1a", "1 A", "Lớp 1A", "LỚP 1a", "lớp: 1A", " Lớp\u00a01A ", "lơ\u0301p 1A"})
    void oneClassIsOneHoweverItIsWritten(String written) {
        assertThat(ClassName.written(written)).isEqualTo("1A");
        assertThat(ClassName.key(written)).isEqualTo(ClassName.key("1A"));
    }

    @Test
    void classesThatOnlyLookAlikeWithoutTheirMarksStayApart() {
        assertThat(ClassName.key("5Đ")).isNotEqualTo(ClassName.key("5D"));
        assertThat(ClassName.key("5\u00d0")).isEqualTo(ClassName.key("5Đ"));
        assertThat(ClassName.key("1A1")).isNotEqualTo(ClassName.key("1A"));
        assertThat(ClassName.key("1.1")).isNotEqualTo(ClassName.key("11"));
    }

    @Test
    void aNameOfAnotherKindIsKeptAsItStands() {
        assertThat(ClassName.written("Lớp 1 Hoa Hồng")).isEqualTo("1 Hoa Hồng");
        assertThat(ClassName.written("Sao Mai")).isEqualTo("Sao Mai");
    }
}
