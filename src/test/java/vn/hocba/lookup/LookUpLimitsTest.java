package vn.hocba.lookup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import vn.hocba.shared.Refused;

class LookUpLimitsTest {

    private final MovedClock clock = new MovedClock();
    private final LookUpLimits limits =
            new LookUpLimits(new LookUpPolicy(3, Duration.ofMinutes(10), 5, Duration.ofHours(1)), clock);

    @Test
    void anAddressIsStoppedAfterItsWrongTriesAndGoesOnLater() {
        tryInVain("A", 3);

        assertThatThrownBy(() -> limits.take("A", "another code")).isInstanceOf(Refused.class);

        clock.now = clock.now.plus(Duration.ofMinutes(10));
        assertThatCode(() -> limits.take("A", "another code")).doesNotThrowAnyException();
    }

    @Test
    void otherAddressesAreNotStopped() {
        tryInVain("A", 3);

        assertThatCode(() -> limits.take("B", "another code")).doesNotThrowAnyException();
    }

    @Test
    void rightTriesDoNotCount() {
        for (int i = 0; i < 20; i++) {
            limits.take("A", "code");
            limits.giveBack("A", "code");
        }

        assertThatCode(() -> limits.take("A", "code")).doesNotThrowAnyException();
    }

    @Test
    void aCodeIsStoppedWhoeverAsks() {
        for (int i = 0; i < 5; i++) {
            limits.take("address " + i, "code");
        }

        assertThatThrownBy(() -> limits.take("yet another address", "code")).isInstanceOf(Refused.class);
    }

    private void tryInVain(String client, int times) {
        for (int i = 0; i < times; i++) {
            limits.take(client, "code " + i);
        }
    }

    private static final class MovedClock extends Clock {

        Instant now = Instant.parse("2027-06-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
