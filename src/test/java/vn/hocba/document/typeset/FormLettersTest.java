package vn.hocba.document.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hocba.shared.FormLetters;

class FormLettersTest {

    @ParameterizedTest
    @EnumSource
    void everyLetterThatMayBeTakenInIsInEveryFaceOfTheForm(Face face) throws IOException {
        CmapLookup glyphs = new Fonts().parsed(face).getUnicodeCmapLookup();

        assertThat(letters()).hasSizeGreaterThan(1_500).allSatisfy(letter -> assertThat(glyphs.getGlyphId(letter))
                .as("U+%04X", letter)
                .isPositive());
    }

    @Test
    void allThatVietnameseIsWrittenWithIsThere() {
        assertThat(FormLetters.lacking("ĂÂĐÊÔƠƯăâđêôơư Ặặ Ềề Ỗỗ Ợợ Ữữ Ỵỵ’–—…“”«»•≥0123456789 Rơ̆ Ơ̆m ê̆p ŭ ɨ Ñ Č"))
                .isEmpty();
    }

    @Test
    void whatIsLackingIsNamedOnceAndByItsNumberWhereNobodySeesIt() {
        assertThat(FormLetters.lacking("Sok ភភ 😀 \uf04a")).isEqualTo("«ភ», «😀», U+F04A");
    }

    private static Iterable<Integer> letters() {
        return () -> IntStream.range(0, 0x10000).filter(FormLetters::has).iterator();
    }
}
