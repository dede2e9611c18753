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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.shared.ClientAddress;
import vn.hocba.shared.ClockMeter;
import vn.hocba.shared.Sha256;

/**
 * Counts wrong tries. Of one user name from one address, each from the fifth on makes the next wait longer, up to a quarter of an hour; one address, and one user
 * name, have so many within a time. A try counts before it is made and is given back when it was right, so that many at once gain nothing. By a browser that is
 * {@linkplain KnownDevices known} for the person only the mistakes made with it count: no outsider keeps that person out. Nothing counts all people together, so
 * that nobody can keep out everybody; how many passwords are compared at all is bounded by their slots.
 */
@Component
class SignInAttempts {

    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** More than the slots can compare within the hour that they are remembered, so that nothing can be pushed out. */
    private static final int MOST = 200_000;

    private final SignInPolicy policy;
    private final TimeMeter meter;
    private final Clock clock;
    private final Cache<String, Bucket> byAddress;
    private final Cache<String, Bucket> byName;
    private final Cache<String, Bucket> byKnown;
    private final Cache<String, Failures> byPlace;

    SignInAttempts(SignInPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
        this.meter = new ClockMeter(clock);
        this.byAddress = cache().expireAfterAccess(policy.window()).build();
        this.byName = cache().expireAfterAccess(policy.window()).build();
        this.byKnown = cache().expireAfterAccess(policy.window()).build();
        this.byPlace = cache().expireAfterWrite(REMEMBERED).build();
    }

    private record Failures(int count, Instant openAgain) {}

    /** A try that counts as wrong until it turns out otherwise. */
    final class Try {

        private final String place;
        private final List<Bucket> taken;

        private Try(String place, List<Bucket> taken) {
            this.place = place;
            this.taken = taken;
        }

        /** The person has signed in by this browser before. */
        boolean isByKnownDevice() {
            return taken.isEmpty();
        }

        /** The password was right. */
        void right() {
            byPlace.invalidate(place);
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
            taken.forEach(bucket -> bucket.addTokens(1));
        }
    }

    /**
     * A try by a browser that is not known for the user name.
     *
     * @throws TooManySignIns while there have been too many wrong tries
     */
    Try take(String username, String address) {
        String network = hash(ClientAddress.group(address));
        String name = hash(keyOf(username));
        String place = hash(network + name);
        mayTry(byPlace.getIfPresent(place));
        Bucket ofAddress = byAddress.get(network, key -> bucket(policy.wrongTriesPerAddress()));
        Bucket ofName = byName.get(name, key -> bucket(policy.wrongTriesPerName()));
        takeFrom(ofAddress);
        try {
            takeFrom(ofName);
        } catch (TooManySignIns tooMany) {
            ofAddress.addTokens(1);
            throw tooMany;
        }
        return count(new Try(place, List.of(ofAddress, ofName)));
    }

    /**
     * A try by a browser that is known for the user name. Right ones count as well, but towards nobody else's: who signs in over and over keeps others waiting.
     *
     * @throws TooManySignIns while there have been too many wrong tries with it
     */
    Try takeByKnown(String username, String device) {
        String name = hash(keyOf(username));
        String place = hash("device " + device + name);
        mayTry(byPlace.getIfPresent(place));
        takeFrom(byKnown.get(name, key -> bucket(policy.wrongTriesPerAddress())));
        return count(new Try(place, List.of()));
    }

    private Try count(Try taken) {
        try {
            byPlace.asMap().compute(taken.place, (key, before) -> {
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

    private static void takeFrom(Bucket bucket) {
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

    private static String hash(String key) {
        return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String keyOf(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
