package vn.hocba.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** CV 1396: the first wave freezes who has completed the class programme, the second whoever is left. */
class WaveTest {

    @Test
    void whoHasCompletedTheProgrammeIsOfTheFirstWave() {
        assertThat(Wave.of(true)).isEqualTo(Wave.FIRST);
        assertThat(Wave.of(false)).isEqualTo(Wave.SECOND);
    }

    @Test
    void aWaveTakesItsOwnAndWhatTheFormerOneHasLeft() {
        assertThat(Wave.FIRST.takes(true)).isTrue();
        assertThat(Wave.FIRST.takes(false)).isFalse();
        assertThat(Wave.SECOND.takes(true)).isTrue();
        assertThat(Wave.SECOND.takes(false)).isTrue();
    }
}
