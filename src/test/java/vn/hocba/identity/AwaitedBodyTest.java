package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.hocba.identity.WaitingBodies.Sender;

class AwaitedBodyTest {

    private static final Sender VISITOR = new Sender(false, "203.0.113.5");
    private static final Sender NEIGHBOUR = new Sender(false, "203.0.113.6");

    private final WaitingBodies waiting = new WaitingBodies();
    private Instant now = Instant.parse("2027-05-20T01:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    /** Comes in pieces, with a pause before each. */
    private final class Trickle extends ServletInputStream {

        private final int piece;
        private final Duration pause;
        private int left;

        private Trickle(int length, int piece, Duration pause) {
            this.left = length;
            this.piece = piece;
            this.pause = pause;
        }

        @Override
        public int read() {
            return read(new byte[1], 0, 1) < 0 ? -1 : 'a';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int read = Math.min(Math.min(piece, length), left);
            now = read == 0 ? now : now.plus(pause);
            left -= read;
            return read == 0 && length > 0 ? -1 : read;
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private AwaitedBody body(ServletInputStream line) {
        return new AwaitedBody(line, waiting, VISITOR, clock);
    }

    @Test
    void aBodyThatComesByteByByteIsGivenUpAlsoWhenNoPauseIsLong() {
        assertThatThrownBy(
                        () -> body(new Trickle(1_000, 1, Duration.ofSeconds(5))).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too slowly");
    }

    @Test
    void aFileOverASlowLineArrives() throws IOException {
        int file = 2_000_000;

        assertThat(body(new Trickle(file, 2_000, Duration.ofSeconds(1))).readAllBytes())
                .hasSize(file);
    }

    @Test
    void oneAddressHasNoMoreThanItsShareAndAnotherStillHasSome() {
        for (int i = 0; i < WaitingBodies.PER_ADDRESS; i++) {
            assertThat(waiting.enter(VISITOR)).isTrue();
        }
        assertThat(waiting.enter(VISITOR)).isFalse();
        assertThatThrownBy(() -> body(new Trickle(10, 10, Duration.ZERO)).readAllBytes())
                .isInstanceOf(AwaitedBody.Crowded.class);
        assertThat(waiting.enter(NEIGHBOUR)).isTrue();

        waiting.leave(VISITOR);
        assertThat(waiting.enter(VISITOR)).isTrue();
    }

    @Test
    void whatVisitorsSendTakesNothingFromPeopleWhoHaveSignedIn() {
        for (int i = 0; waiting.enter(new Sender(false, "198.51.100." + i)); i++) {
            assertThat(i).isLessThan(1_000);
        }
        assertThat(waiting.enter(new Sender(true, "phiên"))).isTrue();
    }
}
