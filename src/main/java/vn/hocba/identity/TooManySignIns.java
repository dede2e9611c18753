package vn.hocba.identity;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** A sign-in has to wait: its user name was tried too often, or too many are being tried. */
class TooManySignIns extends LockedException {

    private static final long serialVersionUID = 1L;

    private final Duration remaining;
    private final boolean ofMany;

    private TooManySignIns(Duration remaining, boolean ofMany) {
        super("too many sign-ins");
        this.remaining = remaining;
        this.ofMany = ofMany;
    }

    /** Wrong passwords of this user name from this address. */
    static TooManySignIns ofOne(Duration remaining) {
        return new TooManySignIns(remaining, false);
    }

    /** Sign-ins of many, or more at once than the server takes: the person may have done nothing wrong. */
    static TooManySignIns ofMany(Duration remaining) {
        return new TooManySignIns(remaining, true);
    }

    boolean isOfMany() {
        return ofMany;
    }

    /** How long, in whole seconds, at least 1. */
    long seconds() {
        return Math.max(1, remaining.toSeconds());
    }
}
