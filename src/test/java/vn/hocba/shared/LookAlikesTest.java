package vn.hocba.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LookAlikesTest {

    private static final List<String> NAMES = List.of(
            "Đặng Thị Mỹ Duyên", "Lý Quỳnh Hoà", "Nguyễn Đức Kỳ", "H'Hen Niê", "Ksor H’Yă", "Thạch Sô Phia", "Đỗ Huy");

    @Test
    void theThreeLettersThatLookLikeDWithAStrokeAreOne() {
        assertThat(Stream.of("Đặng", "\u00d0ặng", "\u0189ặng").map(VietnameseText::clean))
                .containsOnly("Đặng");
        assertThat(Stream.of("đ", "\u00f0", "\u0256").map(VietnameseText::clean))
                .containsOnly("đ");
    }

    @Test
    void everySpaceOfUnicodeIsABlankAndWhatNobodySeesIsGone() {
        assertThat(VietnameseText.clean("\u202d3152769214\u202c")).isEqualTo("3152769214");
        assertThat(VietnameseText.clean("Trần\u2003\u3000Văn\u202fAn\u200e\ufeff"))
                .isEqualTo("Trần Văn An");
        assertThat(VietnameseText.clean("a\u0301\u200b \u0000b\u0007\ufe0f\ufffe\ud800"))
                .isEqualTo("á b");
        assertThat(VietnameseText.clean("một\r\nhai\u2028ba\u0085bốn")).isEqualTo("một hai ba bốn");
    }

    @Test
    void aBulletOfWordIsAHyphenAndAWideLetterAPlainOne() {
        assertThat(VietnameseText.clean("\uf0b7 Chăm \uf0a7\tNgoan a\u2011b")).isEqualTo("- Chăm - Ngoan a-b");
        assertThat(VietnameseText.clean("４Ａ　ｘ")).isEqualTo("4A x");
    }

    @Test
    void aMarkPartedFromItsLetterByAnInvisibleOneComesBackToIt() {
        assertThat(VietnameseText.clean("a\u200b\u0301")).isEqualTo("á");
    }

    @Test
    void twoSpellingsOfOneSyllableAreFoundAlike() {
        assertThat(VietnameseText.searchKey("Mỹ thuật")).isEqualTo(VietnameseText.searchKey("Mĩ thuật"));
        assertThat(VietnameseText.searchKey("học kỳ")).isEqualTo(VietnameseText.searchKey("học kì"));
        assertThat(VietnameseText.searchKey("Địa lý")).isEqualTo(VietnameseText.searchKey("Địa lí"));
        assertThat(VietnameseText.searchKey("Hòa")).isEqualTo(VietnameseText.searchKey("Hoà"));
        assertThat(VietnameseText.searchKey("Ksor H’Yă")).isEqualTo(VietnameseText.searchKey("Ksor H'Yă"));
        assertThat(VietnameseText.searchKey("７Ａ")).isEqualTo("7a");
    }

    @Test
    void namesThatSoundOtherwiseStayApart() {
        assertThat(VietnameseText.searchKey("Thúy")).isNotEqualTo(VietnameseText.searchKey("Thúi"));
        assertThat(VietnameseText.searchKey("Huy")).isNotEqualTo(VietnameseText.searchKey("Hui"));
        assertThat(VietnameseText.searchKey("Yến")).isEqualTo("yen");
    }

    @Test
    void noHarmlessDisguiseOfANameChangesWhatIsKeptOrFound() {
        Random random = new Random(20261127);
        for (int i = 0; i < 2_000; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            String disguised = Disguise.of(name, random);
            assertThat(VietnameseText.clean(disguised)).isEqualTo(VietnameseText.clean(name));
            assertThat(VietnameseText.searchKey(disguised)).isEqualTo(VietnameseText.searchKey(name));
            String clean = VietnameseText.clean(disguised);
            assertThat(VietnameseText.clean(clean)).isEqualTo(clean);
            assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        }
    }

    @Test
    void whateverIsWrittenCanBeWrittenIntoXml() {
        Random random = new Random(20261128);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 0; n < 12; n++) {
                text.append((char) random.nextInt(0x10000));
            }
            assertThat(VietnameseText.clean(text.toString()).codePoints())
                    .allMatch(letter ->
                            letter >= ' ' && !(letter >= 0xd800 && letter <= 0xdfff) && (letter & 0xfffe) != 0xfffe);
        }
    }
}
