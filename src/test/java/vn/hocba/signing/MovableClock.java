package vn.hocba.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The system's time, shifted by tests: independent tools judge by the system's time. */
public final class MovableClock extends Clock {

    private Duration shift = Duration.ZERO;
    private volatile Instant stopped;

    void advance(Duration duration) {
        shift = shift.plus(duration);
    }

    /** From now on it is this instant, and time goes on from there. */
    public void set(Instant instant) {
        shift = Duration.between(Clock.systemUTC().instant(), instant);
    }

    /** From now on it is this instant, and no time passes. */
    public void stopAt(Instant instant) {
        stopped = instant;
    }

    public void reset() {
        shift = Duration.ZERO;
        stopped = null;
    }

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
        return stopped == null ? Clock.systemUTC().instant().plus(shift) : stopped;
    }
}
