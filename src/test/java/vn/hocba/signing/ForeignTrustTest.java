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
import org.springframework.core.io.FileSystemResource;
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
    AuthorityKeys authority;

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

    @Test
    void aRootThatHasRunOutCarriesNoSignatureFromThenOnAlsoWhereThePathIsKnown() throws Exception {
        Instant now = clock.instant();
        Instant begin = now.minus(Duration.ofDays(10));
        Validity longer = Validity.starting(begin, Duration.ofDays(30));
        Made root = CertificateMaker.root(BigInteger.ONE, Validity.starting(begin, Duration.ofDays(5)));
        Made issuing = CertificateMaker.issuing(BigInteger.TWO, longer, root);
        X509Certificate holder = CertificateMaker.holder("Lê Văn A", "Trường", "CCCD:079000000001", longer, issuing)
                .certificate();
        certificates.save(new Certificate(OwnerKind.PERSON, "nobody", "079000000001", "phone", holder));
        TrustSettings.Root configured =
                new TrustSettings.Root(file("root.crt", root), List.of(file("issuing.crt", issuing)), false);
        CertificateTrust trust = new CertificateTrust(
                new TrustAnchors(new TrustSettings(false, List.of(configured)), authority),
                certificates,
                policy(List.of()),
                clock);
        List<X509Certificate> chain = List.of(holder, issuing.certificate());

        assertThat(trust.refusal(chain, now.minus(Duration.ofDays(7)))).isEmpty();
        assertThat(trust.refusal(chain, now)).contains("signing.check.untrusted");
    }

    private FileSystemResource file(String name, Made made) throws Exception {
        return new FileSystemResource(
                Files.write(directory.resolve(name), made.certificate().getEncoded()));
    }

    private CertificateTrust trust(List<Path> foreignRoots) {
        return new CertificateTrust(anchors, certificates, policy(foreignRoots), clock);
    }

    private SigningPolicy policy(List<Path> foreignRoots) {
        return new SigningPolicy(directory, 6, 5, Duration.ofMinutes(15), 1000, Duration.ofDays(1), foreignRoots);
    }
}
