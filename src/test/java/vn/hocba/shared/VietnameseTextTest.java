package vn.hocba.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VietnameseTextTest {

    @Test
    void namesAreSortedByTheGivenNameInTheVietnameseAlphabet() {
        assertThat(Stream.of(
                                "Trần Văn Đức",
                                "Lò Thị Dung",
                                "Vừ A Páo",
                                "Nguyễn Thị An",
                                "Lê Văn Ân",
                                "Phạm Thị Ánh",
                                "Đỗ Văn An")
                        .sorted(VietnameseText.byGivenName()))
                .containsExactly(
                        "Đỗ Văn An",
                        "Nguyễn Thị An",
                        "Phạm Thị Ánh",
                        "Lê Văn Ân",
                        "Lò Thị Dung",
                        "Trần Văn Đức",
                        "Vừ A Páo");
    }

    @Test
    void namesOfEveryPeopleSurviveCleaning() {
        assertThat(Stream.of("H'Hen Niê", "Kim Min-jun", "Thạch Sô Phia", "Y Điêk Buôn Yă")
                        .map(VietnameseText::clean))
                .containsExactly("H'Hen Niê", "Kim Min-jun", "Thạch Sô Phia", "Y Điêk Buôn Yă");
    }

    @Test
    void aPersonIsMarkedByTheLettersOfWhatOneIsCalledBy() {
        assertThat(Stream.of("Trần Thị Hồng Đượm", "H'Hen Niê", "Vừ A Páo", "o\u0302ng  a\u0306n ", "Sua", "")
                        .map(VietnameseText::initials))
                .containsExactly("HĐ", "HN", "AP", "ÔĂ", "S", "");
    }

    @Test
    void decomposedLettersAreComposedAndSpacesFolded() {
        assertThat(VietnameseText.clean("  Tra\u0302\u0300n\u00a0 A ")).isEqualTo("Trần A");
    }

    @Test
    void aSearchIgnoresTonesCaseAndTheStrokeOfD() {
        assertThat(VietnameseText.searchKey("Đặng THỊ Hồng Đượm")).isEqualTo("dang thi hong duom");
    }

    @Test
    void spellingsOfOneNameAreOneAndTonesAreNotSpelling() {
        assertThat(Stream.of("Hòa", "HOÀ", "hoa\u0300 ").map(VietnameseText::spellingKey))
                .containsOnly(VietnameseText.spellingKey("Hoà"));
        assertThat(VietnameseText.spellingKey("Lý Mỹ Kỳ")).isEqualTo(VietnameseText.spellingKey("Lí Mĩ Kì"));
        assertThat(VietnameseText.spellingKey("H’Hen Niê")).isEqualTo(VietnameseText.spellingKey("H'Hen Niê"));
        assertThat(Stream.of("Toàn", "Toán", "Toan", "Đức", "Dức", "Ân", "Ẩn", "An")
                        .map(VietnameseText::spellingKey))
                .doesNotHaveDuplicates();
    }
}
