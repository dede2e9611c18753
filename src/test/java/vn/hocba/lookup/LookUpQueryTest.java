package vn.hocba.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.shared.Refused;

class LookUpQueryTest {

    private static final String CODE = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcdef",
                "0123456789ABCDEF0123456789ABCDEF",
                "01234567-89ab-cdef-0123-456789abcdef",
                " 0123 4567 89AB CDEF 0123 4567 89AB CDEF\n",
                "01234567–89ab–cdef–0123–456789abcdef",
                "01234567\u221289ab\u2010cdef\u20140123\u2212456789abcdef",
                "\ufeff01234567\u00a089abcdef\u202f0123\u200e4567\u200b89abcdef\u202c",
                "０１２３４５６７89abcdef0123456789abcdef",
                "https://hocba.example.vn/tra-cuu?ma=0123456789abcdef0123456789abcdef",
                "https://hocba.example.vn/tra-cuu?ma=01234567-89ab-cdef-0123-456789ABCDEF&x=1#top",
                "Mã tra cứu: 0123456789abcdef0123456789abcdef.",
                "«0123456789abcdef0123456789abcdef»",
                "0123456789abcdef0123456789abcdef 0123456789ABCDEF0123456789ABCDEF"
            })
    void aCodeIsUnderstoodAsPeoplePasteIt(String typed) {
        assertThat(LookUpQuery.of(typed, "05/09/2020").code()).isEqualTo(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123",
                "0123456789abcdef0123456789abcdeg",
                "0123456789abcdef0123456789abcdef0",
                "0123 4567 89ab cdef 0123 4567 89ab cdef 0",
                "abcd 0123 4567 89ab cdef 0123 4567 89ab cdef",
                "https://hocba.example.vn/tra-cuu?ma=0123"
            })
    void whatCannotBeACodeIsRefused(String typed) {
        assertThatThrownBy(() -> LookUpQuery.of(typed, "05/09/2020"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("lookup.code-form"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcdef, fedcba9876543210fedcba9876543210",
                "0123456789abcdef0123456789abcdef\nfedcba9876543210fedcba9876543210",
                "https://hocba.example.vn/tra-cuu?ma=0123456789abcdef0123456789abcdef"
                        + " https://hocba.example.vn/tra-cuu?ma=fedcba9876543210fedcba9876543210",
                "0123456789abcdef0123456789abcdef của An, fedcba9876543210fedcba9876543210 của em"
            })
    void ofTwoDifferentCodesNoneIsGuessed(String typed) {
        assertThatThrownBy(() -> LookUpQuery.of(typed, "05/09/2020"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("lookup.two-codes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/09/2020",
                "5/9/2020",
                "05-09-2020",
                "05.09.2020",
                "05 09 2020",
                "05092020",
                " 5 / 9 / 2020 ",
                "05–09–2020",
                "05\u00a009\u202f2020",
                "05\u221209\u22122020",
                "\u200e05/09/2020\ufeff",
                "０５/０９/２０２０"
            })
    void aDateIsUnderstoodAsDayMonthYear(String typed) {
        assertThat(LookUpQuery.of(CODE, typed).birthDate()).isEqualTo(LocalDate.of(2020, 9, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2020", "31/02/2020", "09/2020", "5/9/20", "năm 2020"})
    void whatCannotBeADateIsRefused(String typed) {
        assertThatThrownBy(() -> LookUpQuery.of(CODE, typed))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("lookup.date-form"));
    }
}
