package vn.hocba.identity;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** A user name was tried too often with a wrong password and has to wait. */
class TooManySignIns extends LockedException {

    private static final long serialVersionUID = 1L;

    private final Duration remaining;

    TooManySignIns(Duration remaining) {
        super("too many wrong passwords");
        this.remaining = remaining;
    }

    /** How long, in whole seconds, at least 1. */
    long seconds() {
        return Math.max(1, remaining.toSeconds());
    }
}
