package vn.hocba.workflow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How batches are worked through.
 *
 * @param threads that do so
 * @param keyLife for how long a batch may keep its unlocked key, from the PIN on, waiting and working together
 * @param stopWait how long a stop of the server waits for the targets in hand
 */
@ConfigurationProperties("hocba.batch")
record BatchSettings(int threads, Duration keyLife, Duration stopWait) {

    /** @throws IllegalArgumentException when it could not work */
    BatchSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("hocba.batch.threads must be 1 or more");
        }
        if (keyLife.isNegative() || keyLife.isZero()) {
            throw new IllegalArgumentException("hocba.batch.key-life must be above 0");
        }
        if (stopWait.isNegative()) {
            throw new IllegalArgumentException("hocba.batch.stop-wait must be 0 or more");
        }
    }
}
