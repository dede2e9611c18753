package vn.hocba.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeWordsTest {

    @Test
    void whatNobodySeesIsCleanedAndLinesStayWhereTheyAreWanted() {
        assertThat(FreeWords.line("\u202eTheo  giấy\u0007 khai sinh\u200b\r\n số 5 "))
                .isEqualTo("Theo giấy khai sinh số 5");
        assertThat(FreeWords.lines("Theo giấy khai sinh \r\n\tsố 5\u0000\n")).isEqualTo("Theo giấy khai sinh\nsố 5");
        assertThat(FreeWords.line(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Đã sửa 😀, ui.words.not-printable",
        "ឈ្មោះ, ui.words.not-printable",
        "Theo Q§ NguyÔn V¨n An, ui.words.old-code-page",
        "Nguyeãn Vaên An, ui.words.old-code-page"
    })
    void whatThePrintedFormLacksAndOldCodePagesAreRefused(String words, String key) {
        assertThat(FreeWords.objection(words)).map(Refused::key).contains(key);
        assertThatThrownBy(() -> FreeWords.line(words)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> FreeWords.lines(words)).isInstanceOf(Refused.class);
    }

    @Test
    void namesOfThePeoplesAndForeignNamesInLatinLettersAreTaken() {
        assertThat(FreeWords.objection("Rơ̆ Châm H’Ñêp, Ksor Ơ̆m, José Müller")).isEmpty();
    }
}
