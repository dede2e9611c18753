package vn.hocba.rehearsal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.hocba.shared.Refused;

/** A short wait between two looks at something that runs elsewhere. */
final class Pause {

    private static final int MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Pause() {}

    static void briefly() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /**
     * Looks again and again until something is so.
     *
     * @param what in words, for who waits in vain
     * @throws Refused when it is not so after five minutes
     */
    static void until(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw Refused.notNow("rehearsal.waited", what);
            }
            briefly();
        }
    }
}
