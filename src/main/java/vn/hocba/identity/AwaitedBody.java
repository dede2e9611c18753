package vn.hocba.identity;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.hocba.identity.WaitingBodies.Sender;

/** A body of which only so many may be waited for at once, and none for long: after {@link #PATIENCE} it has to have come at {@link #SLOWEST} bytes per second. */
final class AwaitedBody extends ServletInputStream {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A telephone at the edge of its network sends more. */
    static final long SLOWEST = 1_000;

    private final ServletInputStream body;
    private final WaitingBodies waiting;
    private final Sender sender;
    private final Clock clock;
    private final Instant begun;
    private long read;

    AwaitedBody(ServletInputStream body, WaitingBodies waiting, Sender sender, Clock clock) {
        this.body = body;
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

    private interface Reading {
        int read() throws IOException;
    }

    @Override
    public int read() throws IOException {
        int read = awaited(body::read);
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = awaited(() -> body.read(into, offset, length));
        count(Math.max(read, 0));
        return read;
    }

    private int awaited(Reading reading) throws IOException {
        if (body.available() > 0 || body.isFinished()) {
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

    private void count(int more) throws IOException {
        read += more;
        Duration taken = Duration.between(begun, clock.instant());
        if (taken.compareTo(PATIENCE.plusSeconds(read / SLOWEST)) > 0) {
            throw new IOException("the body of the request comes too slowly");
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
