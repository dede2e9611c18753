package vn.hocba.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.hocba.shared.ClockMeter;
import vn.hocba.shared.Refused;

/** Counts wrong look-ups, by address and by code. A try is taken beforehand and given back when it was right, so that many at once gain nothing. */
@Component
public class LookUpLimits {

    /** More than these are forgotten, the longest unused first: nobody can fill the memory. */
    private static final int REMEMBERED = 100_000;

    private final LookUpPolicy policy;
    private final TimeMeter meter;
    private final Cache<String, Bucket> byClient;
    private final Cache<String, Bucket> byCode;

    LookUpLimits(LookUpPolicy policy, Clock clock) {
        this.policy = policy;
        this.meter = new ClockMeter(clock);
        this.byClient = cache(policy.window());
        this.byCode = cache(policy.codeWindow());
    }

    /** @throws Refused when this address or this code has been tried in vain too often */
    public void take(String client, String code) {
        Bucket ofClient = ofClient(client);
        Bucket ofCode = ofCode(code);
        take(ofClient);
        try {
            take(ofCode);
        } catch (Refused e) {
            ofClient.addTokens(1);
            throw e;
        }
    }

    /** The try was right, and so does not count. */
    public void giveBack(String client, String code) {
        ofClient(client).addTokens(1);
        ofCode(code).addTokens(1);
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Refused.notNow(
                    "lookup.too-often",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()).toMinutes() + 1);
        }
    }

    private Bucket ofClient(String client) {
        return byClient.get(client, key -> bucket(policy.wrongTries(), policy.window()));
    }

    private Bucket ofCode(String code) {
        return byCode.get(code, key -> bucket(policy.wrongTriesPerCode(), policy.codeWindow()));
    }

    private Bucket bucket(int tries, Duration window) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, window))
                .withCustomTimePrecision(meter)
                .build();
    }

    private Cache<String, Bucket> cache(Duration window) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(window)
                .ticker(meter::currentTimeNanos)
                .build();
    }
}
