package vn.hocba.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import vn.hocba.workflow.EngineClock;

/** The time of a rehearsed year: it runs as always and leaps over the weeks in which nothing happens. Only ever there in a rehearsal's own process. */
@Component
@Primary
@ConditionalOnProperty(CompressedClock.PROPERTY)
class CompressedClock extends Clock {

    static final String PROPERTY = "hocba.rehearsal.compressed";

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final EngineClock engine;
    private volatile Duration ahead = Duration.ZERO;

    CompressedClock(EngineClock engine) {
        this.engine = engine;
    }

    /** Leaps to a later instant; time never goes back. */
    void leapTo(Instant instant) {
        Instant now = instant();
        if (instant.isAfter(now)) {
            ahead = ahead.plus(Duration.between(now, instant));
            engine.runAhead(ahead);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }
}
