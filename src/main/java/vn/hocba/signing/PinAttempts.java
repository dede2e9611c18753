package vn.hocba.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.Refused;

/**
 * Counts PINs in transactions of their own, so that a refusal's rollback does not forget them. An attempt counts as wrong until it proves right: guessing in
 * parallel gains nothing.
 */
@Component
class PinAttempts {

    private final SandboxKeyRepository keys;
    private final SigningPolicy policy;
    private final Clock clock;

    PinAttempts(SandboxKeyRepository keys, SigningPolicy policy, Clock clock) {
        this.keys = keys;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Takes one attempt.
     *
     * @return how many are left after this one
     * @throws Refused while the key is locked
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = Refused.class)
    public int take(String keyId) {
        SandboxKey key = keys.lock(keyId);
        Instant now = clock.instant();
        if (key.lockedUntil != null) {
            if (now.isBefore(key.lockedUntil)) {
                throw Refused.notNow("signing.pin-locked", minutesUntil(now, key.lockedUntil));
            }
            key.lockedUntil = null;
            key.wrongPins = 0;
        }
        key.wrongPins++;
        if (key.wrongPins >= policy.wrongPins()) {
            key.lockedUntil = now.plus(policy.pinLock());
        }
        return policy.wrongPins() - key.wrongPins;
    }

    /** The PIN was right. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void reset(String keyId) {
        SandboxKey key = keys.lock(keyId);
        key.wrongPins = 0;
        key.lockedUntil = null;
    }

    private static long minutesUntil(Instant now, Instant end) {
        return Duration.between(now, end).plusSeconds(59).toMinutes();
    }
}
