package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import vn.hocba.signing.AuthorityKeys.Authority;

/** Two nodes that start at the same moment over a new database, each with a data folder of its own. */
// A database of its own: its authority goes.
@SpringBootTest(properties = "hocba.test.school=two-nodes")
@ActiveProfiles("test")
@DirtiesContext
class AuthorityOnTwoNodesTest {

    @Autowired
    CertificateRepository certificates;

    @Autowired
    SandboxKeyRepository keys;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    @Test
    void theOneThatComesSecondMakesNoSecretAndStartsWithACopyOfTheFirstOnes() throws Exception {
        keys.deleteAll();
        certificates.deleteAll();
        Clock bothAreThere = new MeetingClock();
        AuthorityKeys first = node("a", bothAreThere);
        AuthorityKeys second = node("b", bothAreThere);

        List<Throwable> lost = Stream.of(
                        CompletableFuture.supplyAsync(first::get), CompletableFuture.supplyAsync(second::get))
                .map(starting ->
                        starting.handle((authority, failure) -> failure).join())
                .filter(failure -> failure != null)
                .toList();

        assertThat(lost).singleElement().satisfies(failure -> assertThat(failure)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Copy this file from another node"));
        String winner = Files.exists(secret("a")) ? "a" : "b";
        String loser = winner.equals("a") ? "b" : "a";
        assertThat(secret(loser)).doesNotExist();
        assertThatThrownBy(() -> node(loser, Clock.systemUTC()).get()).hasMessageContaining("which is missing");

        Files.createDirectories(secret(loser).getParent());
        Files.copy(secret(winner), secret(loser));

        Authority same = node(loser, Clock.systemUTC()).get();
        assertThat(same.rootCertificate())
                .isEqualTo(node(winner, Clock.systemUTC()).get().rootCertificate());
    }

    private AuthorityKeys node(String name, Clock clock) {
        InstallationSecret secret = new InstallationSecret(
                new SigningPolicy(secret(name), 6, 5, Duration.ofMinutes(15), 1000, Duration.ofDays(1), List.of()));
        return new AuthorityKeys(certificates, keys, secret, new TrustSettings(true, List.of()), transactions, clock);
    }

    private Path secret(String node) {
        return folder.resolve(node).resolve("signing.secret");
    }

    /** Asked when an authority is made: by then both have seen that there is none. */
    private static final class MeetingClock extends Clock {

        private final CyclicBarrier both = new CyclicBarrier(2);

        @Override
        public Instant instant() {
            try {
                both.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("the other node did not come", e);
            }
            return Instant.parse("2027-06-10T03:00:00Z");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
