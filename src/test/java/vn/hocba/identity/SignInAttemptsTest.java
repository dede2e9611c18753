package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private static final String DEVICE = "a browser";
    private static final int PER_ADDRESS = 20;
    private static final int PER_NAME = 100;

    private final SignInAttempts attempts = new SignInAttempts(
            new SignInPolicy(
                    PER_ADDRESS, PER_NAME, Duration.ofMinutes(10), Duration.ofHours(12), Duration.ofMinutes(10)),
            Clock.fixed(Instant.parse("2027-05-21T01:00:00Z"), ZoneOffset.UTC));

    private static int passed(List<Callable<Boolean>> tries) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(tries.size());
        try {
            CountDownLatch together = new CountDownLatch(tries.size());
            List<Future<Boolean>> all = new ArrayList<>();
            for (Callable<Boolean> one : tries) {
                all.add(people.submit(() -> {
                    together.countDown();
                    together.await();
                    return one.call();
                }));
            }
            int passed = 0;
            for (Future<Boolean> one : all) {
                passed += one.get() ? 1 : 0;
            }
            return passed;
        } finally {
            people.shutdownNow();
        }
    }

    private boolean passes(String username, String address) {
        try {
            attempts.take(username, address);
            return true;
        } catch (TooManySignIns tooMany) {
            return false;
        }
    }

    private List<Callable<Boolean>> burst(int count, java.util.function.IntFunction<Callable<Boolean>> one) {
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tries.add(one.apply(i));
        }
        return tries;
    }

    @Test
    void ofTwoHundredTriesAtOnceWithOneUserNameFiveArePasswordsThatAreLookedAt() throws Exception {
        assertThat(passed(burst(200, i -> () -> passes("ht.hung", "203.0.113.7"))))
                .isEqualTo(5);
    }

    @Test
    void ofTwoHundredUserNamesAtOnceFromOneAddressOnlySoManyAreLookedAt() throws Exception {
        assertThat(passed(burst(200, i -> () -> passes("gv." + i, "203.0.113.7"))))
                .isEqualTo(PER_ADDRESS);
    }

    @Test
    void ofOneUserNameOnlySoManyAreLookedAtHoweverManyAddressesTry() throws Exception {
        assertThat(passed(burst(200, i -> () -> passes("ht.hung", "203.0.113." + i))))
                .isEqualTo(PER_NAME);
        assertThat(attempts.remembered()).isEqualTo(PER_NAME);
    }

    @Test
    void noNumberOfWrongTriesFromElsewhereKeepsOutEverybody() {
        for (int i = 0; i < 5_000; i++) {
            passes("gv." + i, "198.51.100." + i % 250);
        }
        assertThat(passes("gv.lan", "203.0.113.8")).isTrue();
    }

    @Test
    void anAddressThatHasNoTriesLeftTakesNoneFromTheOthers() {
        for (int i = 0; i < 500; i++) {
            passes("gv." + i, "203.0.113.7");
        }
        assertThat(passes("gv.lan", "203.0.113.8")).isTrue();
    }

    @Test
    void neitherOutsidersNorTheSchoolsOwnNetworkKeepAPersonFromABrowserThatIsKnown() {
        for (int i = 0; i < 500; i++) {
            passes("ht.hung", "198.51.100." + i % 250);
            passes("ht.hung", "203.0.113.7");
            passes("gv." + i, "203.0.113.7");
        }
        assertThat(passes("ht.hung", "203.0.113.7")).isFalse();
        assertThatCode(() -> attempts.takeByKnown("ht.hung", DEVICE).right()).doesNotThrowAnyException();
    }

    @Test
    void aKnownBrowserIsSlowedDownByItsOwnMistakesAndGuessesNoFaster() {
        for (int i = 0; i < 5; i++) {
            attempts.takeByKnown("ht.hung", DEVICE);
        }
        assertThatThrownBy(() -> attempts.takeByKnown("ht.hung", DEVICE))
                .isInstanceOfSatisfying(
                        TooManySignIns.class, wait -> assertThat(wait.seconds()).isEqualTo(30));
    }

    @Test
    void whoSignsInOverAndOverByAKnownBrowserTakesNobodyElsesTurn() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            attempts.takeByKnown("gv.lan", DEVICE).right();
        }
        assertThatThrownBy(() -> attempts.takeByKnown("gv.lan", DEVICE)).isInstanceOf(TooManySignIns.class);
        assertThatCode(() -> attempts.takeByKnown("gv.duc", DEVICE).right()).doesNotThrowAnyException();
    }

    @Test
    void rightPasswordsAndThoseNotLookedAtDoNotCount() {
        for (int i = 0; i < 3 * PER_NAME; i++) {
            attempts.take("gv." + i, "203.0.113.7").right();
            attempts.take("khac." + i, "203.0.113.7").notMade();
        }
        assertThat(attempts.remembered()).isZero();
        assertThat(passes("gv.lan", "203.0.113.7")).isTrue();
    }

    @Test
    void whatIsRememberedOfAUserNameIsSmallHoweverLongItIs() {
        assertThat(passes("a".repeat(2_000_000), "203.0.113.7")).isTrue();
        assertThat(attempts.places()).allSatisfy(key -> assertThat(key).hasSize(64));
    }

    @Test
    void noMorePasswordsAreComparedAtOnceThanThereAreSlotsAndTheRestIsAskedToComeLater() throws Exception {
        PasswordSlots slots = new PasswordSlots(2, 4, Duration.ofSeconds(30));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch refused = new CountDownLatch(20 - 6);
        int compared = passed(burst(20, i -> () -> {
            try {
                return slots.compare(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    awaitAll(refused);
                    now.decrementAndGet();
                    return true;
                });
            } catch (TooManySignIns tooMany) {
                refused.countDown();
                return false;
            }
        }));
        assertThat(compared).isEqualTo(6);
        assertThat(most.get()).isEqualTo(2);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
