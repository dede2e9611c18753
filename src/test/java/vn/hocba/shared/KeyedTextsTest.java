package vn.hocba.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyedTextsTest {

    @Test
    void equalContentsAreEqualTextWhateverTheOrderInWhichTheyCame() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("mark", "9");
        one.put("comment", "Tốt");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("comment", "Tốt");
        other.put("mark", "9");

        assertThat(KeyedTexts.write(one))
                .isEqualTo(KeyedTexts.write(other))
                .isEqualTo("{\"comment\":\"Tốt\",\"mark\":\"9\"}");
    }

    @Test
    void whatSaysNothingIsLeftOut() {
        Map<String, String> texts = new HashMap<>();
        texts.put("level", null);
        texts.put("mark", "");

        assertThat(KeyedTexts.write(texts)).isEqualTo(KeyedTexts.NONE);
        assertThat(KeyedTexts.read(KeyedTexts.NONE)).isEmpty();
    }

    @Test
    void quotesLinesAndSignsOfEveryKindComeBackAsTheyWere() {
        Map<String, String> texts = Map.of("comment", "Em \"ngoan\" \\ hay hát:\n– 😀\t‘ạ’ </b>\u0001");

        assertThat(KeyedTexts.read(KeyedTexts.write(texts))).isEqualTo(texts);
    }

    @Test
    void whatIsNoneOfOursIsNotReadAsNothing() {
        assertThatThrownBy(() -> KeyedTexts.read("{\"comment\":")).isInstanceOf(IllegalStateException.class);
    }
}
