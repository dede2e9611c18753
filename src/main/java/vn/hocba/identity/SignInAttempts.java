package vn.hocba.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts wrong tries per user name: from the fifth on, each makes the next wait longer, up to a quarter of an hour. */
@Component
class SignInAttempts {

    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Clock clock;
    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant openAgain) {}

    /** @throws TooManySignIns while the user name has to wait */
    void mayTry(String username) {
        Failures known = failures.getIfPresent(keyOf(username));
        if (known != null && clock.instant().isBefore(known.openAgain)) {
            throw new TooManySignIns(Duration.between(clock.instant(), known.openAgain));
        }
    }

    void failed(String username) {
        failures.asMap().compute(keyOf(username), (name, before) -> {
            int count = before == null ? 1 : before.count + 1;
            return new Failures(count, clock.instant().plus(waitAfter(count)));
        });
    }

    void forget(String username) {
        failures.invalidate(keyOf(username));
    }

    private static Duration waitAfter(int count) {
        if (count < FREE_TRIES) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_TRIES, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static String keyOf(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
