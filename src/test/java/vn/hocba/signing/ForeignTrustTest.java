package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.signing.CertificateMaker.Made;
import vn.hocba.signing.CertificateMaker.Validity;

/** Hand-overs may be signed under the root of another installation, if that root is configured here. */
@SpringBootTest
@ActiveProfiles("test")
class ForeignTrustTest {

    @Autowired
    TrustAnchors anchors;

    @Autowired
    CertificateRepository certificates;

    @Autowired
    Clock clock;

    @TempDir
    Path directory;

    @Test
    void aCertificateOfAnotherInstallationCountsOnlyForHandOversAndOnlyWhenItsRootIsConfigured() throws Exception {
        Validity validity = Validity.starting(clock.instant(), Duration.ofDays(10));
        Made root = CertificateMaker.root(BigInteger.ONE, validity);
        Made issuing = CertificateMaker.issuing(BigInteger.TWO, validity, root);
        Made holder = CertificateMaker.holder("Lê Văn A", "Trường", "CCCD:079000000001", validity, issuing);
        List<X509Certificate> chain = List.of(holder.certificate(), issuing.certificate());
        Path file =
                Files.write(directory.resolve("other.crt"), root.certificate().getEncoded());
        Instant now = clock.instant();

        assertThat(trust(List.of()).foreignRefusal(chain, now)).contains("signing.check.untrusted");
        assertThat(trust(List.of(file)).foreignRefusal(chain, now)).isEmpty();
        assertThat(trust(List.of(file)).foreignRefusal(chain, now.plus(Duration.ofDays(20))))
                .isPresent();
        assertThat(trust(List.of(file)).refusal(chain, now))
                .as("packets of the own province")
                .contains("signing.check.untrusted");
    }

    private CertificateTrust trust(List<Path> foreignRoots) {
        SigningPolicy policy =
                new SigningPolicy(directory, 6, 5, Duration.ofMinutes(15), 1000, Duration.ofDays(1), foreignRoots);
        return new CertificateTrust(anchors, certificates, policy, clock);
    }
}
