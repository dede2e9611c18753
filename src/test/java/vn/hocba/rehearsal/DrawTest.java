package vn.hocba.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final List<Integer> PUPILS = IntStream.range(0, 135).boxed().toList();

    @Test
    void theSameSeedDrawsTheSameAndAnotherSeedOthers() {
        assertThat(new Draw(7).some(PUPILS, 100, 135)).isEqualTo(new Draw(7).some(PUPILS, 100, 135));
        assertThat(new Draw(7).some(PUPILS, 100, 135)).isNotEqualTo(new Draw(8).some(PUPILS, 100, 135));
    }

    @Test
    void aShareIsRoundedUpAndIsOfAllAndNotOfThoseWhoAreLeft() {
        assertThat(new Draw(7).some(PUPILS, 5, 135)).hasSize(1);
        assertThat(new Draw(7).some(PUPILS.subList(0, 40), 20, 135)).hasSize(3);
        assertThat(new Draw(7).some(PUPILS.subList(0, 2), 20, 135)).hasSize(2);
        assertThat(new Draw(7).some(PUPILS, 0, 135)).isEmpty();
    }

    @Test
    void nobodyIsDrawnTwice() {
        Draw draw = new Draw(7);
        Set<Integer> drawn = new HashSet<>();
        for (int times = 0; times < 5; times++) {
            assertThat(draw.some(PUPILS, 100, 135)).hasSize(14).allMatch(drawn::add);
        }
    }
}
