package vn.hocba.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.shared.ClientAddress;
import vn.hocba.shared.ClockMeter;
import vn.hocba.shared.Sha256;

/**
 * Counts wrong tries. Of one user name from one address, each from the fifth on makes the next wait longer, up to a quarter of an hour; one address, and all
 * together, have so many within a time. A try counts before it is made and is given back when it was right, so that many at once gain nothing. Where a person
 * has signed in before, only the first of these counts: no outsider keeps that person out.
 */
@Component
class SignInAttempts {

    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration KNOWN = Duration.ofDays(60);

    /** Never reached: whatever is not known takes from the bucket of all before it is remembered, so that nothing can be pushed out. */
    private static final int MOST = 200_000;

    private final SignInPolicy policy;
    private final TimeMeter meter;
    private final Clock clock;
    private final Bucket together;
    private final Cache<String, Bucket> byAddress;
    private final Cache<String, Failures> byPlace;
    private final Cache<String, Boolean> knownPlaces;

    SignInAttempts(SignInPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
        this.meter = new ClockMeter(clock);
        this.together = bucket(policy.wrongTries());
        this.byAddress = cache().expireAfterAccess(policy.window()).build();
        this.byPlace = cache().expireAfterWrite(REMEMBERED).build();
        this.knownPlaces = cache().expireAfterWrite(KNOWN).build();
    }

    private record Failures(int count, Instant openAgain) {}

    /** A try that counts as wrong until it turns out otherwise. */
    final class Try {

        private final String place;
        private final Bucket ofAddress;

        private Try(String place, Bucket ofAddress) {
            this.place = place;
            this.ofAddress = ofAddress;
        }

        /** Somebody has signed in with this user name from here before. */
        boolean isFromKnownPlace() {
            return ofAddress == null;
        }

        /** The password was right. */
        void right() {
            byPlace.invalidate(place);
            knownPlaces.put(place, true);
            giveBack();
        }

        /** The password was not looked at. */
        void notMade() {
            byPlace.asMap()
                    .computeIfPresent(
                            place, (key, now) -> now.count == 1 ? null : new Failures(now.count - 1, clock.instant()));
            giveBack();
        }

        private void giveBack() {
            if (ofAddress != null) {
                ofAddress.addTokens(1);
                together.addTokens(1);
            }
        }
    }

    /** @throws TooManySignIns while there have been too many wrong tries */
    Try take(String username, String address) {
        String network = Sha256.of(ClientAddress.group(address).getBytes(StandardCharsets.UTF_8));
        String place = Sha256.of((network + keyOf(username)).getBytes(StandardCharsets.UTF_8));
        mayTry(byPlace.getIfPresent(place));
        Try taken = new Try(place, knownPlaces.getIfPresent(place) == null ? takeShared(network) : null);
        try {
            byPlace.asMap().compute(place, (key, before) -> {
                mayTry(before);
                int count = before == null ? 1 : before.count + 1;
                return new Failures(count, clock.instant().plus(waitAfter(count)));
            });
            return taken;
        } catch (TooManySignIns tooMany) {
            taken.giveBack();
            throw tooMany;
        }
    }

    /** How many user names at addresses are remembered with wrong tries. */
    int remembered() {
        return places().size();
    }

    /** What they are remembered by. */
    Set<String> places() {
        return Set.copyOf(byPlace.asMap().keySet());
    }

    private void mayTry(Failures known) {
        if (known != null && clock.instant().isBefore(known.openAgain)) {
            throw TooManySignIns.ofOne(Duration.between(clock.instant(), known.openAgain));
        }
    }

    private Bucket takeShared(String network) {
        take(together);
        Bucket ofAddress = byAddress.get(network, key -> bucket(policy.wrongTriesPerAddress()));
        try {
            take(ofAddress);
        } catch (TooManySignIns tooMany) {
            together.addTokens(1);
            throw tooMany;
        }
        return ofAddress;
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw TooManySignIns.ofMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(int tries) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, policy.window()))
                .withCustomTimePrecision(meter)
                .build();
    }

    private Caffeine<Object, Object> cache() {
        return Caffeine.newBuilder().maximumSize(MOST).ticker(meter::currentTimeNanos);
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
