package vn.hocba.identity;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.hocba.identity.WaitingBodies.Sender;

/** A body of which only so many may be waited for at once, and none for long: after {@link #PATIENCE} it has to have come at {@link #SLOWEST} bytes per second. */
final class AwaitedBody extends ForwardedBody {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A telephone at the edge of its network sends more. */
    static final long SLOWEST = 1_000;

    private final WaitingBodies waiting;
    private final Sender sender;
    private final Clock clock;
    private final Instant begun;
    private long read;

    AwaitedBody(ServletInputStream body, WaitingBodies waiting, Sender sender, Clock clock) {
        super(body);
        this.waiting = waiting;
        this.sender = sender;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Too many bodies are waited for: this one is not. */
    static final class Crowded extends IOException {

        private static final long serialVersionUID = 1L;

        private Crowded() {
            super("too many bodies are waited for");
        }
    }

    @Override
    int reading(Reading reading) throws IOException {
        if (available() > 0 || isFinished()) {
            return reading.read();
        }
        if (!waiting.enter(sender)) {
            throw new Crowded();
        }
        try {
            return reading.read();
        } finally {
            waiting.leave(sender);
        }
    }

    @Override
    void count(int bytes) throws IOException {
        read += bytes;
        Duration taken = Duration.between(begun, clock.instant());
        if (taken.compareTo(PATIENCE.plusSeconds(read / SLOWEST)) > 0) {
            throw new IOException("the body of the request comes too slowly");
        }
    }
}
