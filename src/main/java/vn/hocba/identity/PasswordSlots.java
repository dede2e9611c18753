package vn.hocba.identity;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** So many passwords are compared at once, so many more wait for a short while, and the rest is refused: comparing is slow on purpose and must leave the cores to others. */
class PasswordSlots {

    private final Semaphore atOnce;
    private final Semaphore andWaiting;
    private final Duration longestWait;

    PasswordSlots(int atOnce, int waiting, Duration longestWait) {
        this.atOnce = new Semaphore(atOnce, true);
        this.andWaiting = new Semaphore(atOnce + waiting);
        this.longestWait = longestWait;
    }

    /** @throws TooManySignIns when there is no room now */
    <T> T compare(Supplier<T> comparison) {
        if (!andWaiting.tryAcquire()) {
            throw TooManySignIns.ofMany(longestWait);
        }
        try {
            waitForTurn();
            try {
                return comparison.get();
            } finally {
                atOnce.release();
            }
        } finally {
            andWaiting.release();
        }
    }

    private void waitForTurn() {
        try {
            if (!atOnce.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TooManySignIns.ofMany(longestWait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooManySignIns.ofMany(longestWait);
        }
    }
}
