package vn.hocba.rehearsal;

import java.util.concurrent.TimeUnit;

/** A short wait between two looks at something that runs elsewhere. */
final class Pause {

    private static final int MILLIS = 20;

    private Pause() {}

    static void briefly() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
