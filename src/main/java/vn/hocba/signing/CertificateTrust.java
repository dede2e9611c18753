package vn.hocba.signing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.hocba.shared.Refused;

/**
 * Whether a certificate could sign at a time: a path to a trusted root, validity of every certificate on it, and that none was revoked before. A status that
 * is not known counts as refused (TT 15/2025/TT-BKHCN, read fail-closed).
 */
@Component
class CertificateTrust {

    /** How long a revocation on another node may go unnoticed. */
    private static final Duration STATUS_AGE = Duration.ofMinutes(1);

    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final int CACHED = 50_000;

    private final TrustAnchors anchors;
    private final CertificateRepository certificates;
    private final List<X509Certificate> foreignRoots;
    private final Clock clock;
    private final Cache<List<X509Certificate>, Path> paths =
            Caffeine.newBuilder().maximumSize(CACHED).build();
    private final Cache<X509Certificate, Status> statuses = Caffeine.newBuilder()
            .maximumSize(CACHED)
            .expireAfterWrite(STATUS_AGE)
            .build();

    CertificateTrust(TrustAnchors anchors, CertificateRepository certificates, SigningPolicy policy, Clock clock) {
        this.anchors = anchors;
        this.foreignRoots =
                policy.foreignRoots().stream().map(CertificateNames::read).toList();
        this.certificates = certificates;
        this.clock = clock;
    }

    /** A built path, without its root, and when all of it is valid with its root. */
    private record Path(List<X509Certificate> certificates, Instant from, Instant to) {

        boolean covers(Instant time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }
    }

    private record Status(boolean known, Instant revokedAt) {}

    /**
     * Why a certificate could not sign at a time; empty when it could.
     *
     * @param chain the signer's certificate first, then those that came with it: the path and nothing else, as no signature covers them
     * @return the key of a text
     */
    Optional<String> refusal(List<X509Certificate> chain, Instant signedAt) {
        X509Certificate signer = chain.get(0);
        if (signedAt.isAfter(clock.instant().plus(CLOCK_DIFFERENCE))) {
            return Optional.of("signing.check.time-in-future");
        }
        if (signedAt.isBefore(signer.getNotBefore().toInstant())
                || signedAt.isAfter(signer.getNotAfter().toInstant())) {
            return Optional.of("signing.check.expired");
        }
        if (!maySign(signer)) {
            return Optional.of("signing.check.untrusted");
        }
        Path path = paths.getIfPresent(chain);
        if (path == null || !path.covers(signedAt)) {
            path = anchors.all().stream()
                    .map(anchor -> build(chain, signedAt, anchor.root()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (path == null) {
                return Optional.of("signing.check.untrusted");
            }
            paths.put(List.copyOf(chain), path);
        }
        for (X509Certificate certificate : path.certificates()) {
            Status status = statuses.get(certificate, this::status);
            if (!status.known()) {
                return Optional.of("signing.check.status-unknown");
            }
            if (status.revokedAt() != null && !signedAt.isBefore(status.revokedAt())) {
                return Optional.of("signing.check.revoked");
            }
        }
        return Optional.empty();
    }

    /**
     * Before each signature, however long ago its holder has confirmed: the certificate may have been revoked or run out since.
     *
     * @throws Refused when it may not sign now
     */
    void requireUsable(List<X509Certificate> chain) {
        refusal(chain, clock.instant()).ifPresent(reason -> {
            throw Refused.notNow(
                    switch (reason) {
                        case "signing.check.revoked" -> "signing.certificate-revoked";
                        case "signing.check.expired" -> "signing.certificate-expired";
                        default -> "signing.certificate-unusable";
                    });
        });
    }

    /**
     * The same for a certificate that another installation may have issued: a path to one of the configured roots will do. Whether such a certificate was revoked
     * cannot be asked here; the receiving principal, who decides, is told so.
     */
    Optional<String> foreignRefusal(List<X509Certificate> chain, Instant signedAt) {
        Optional<String> here = refusal(chain, signedAt);
        boolean elsewhere = here.filter("signing.check.untrusted"::equals).isPresent()
                && maySign(chain.get(0))
                && foreignRoots.stream().anyMatch(root -> build(chain, signedAt, root) != null);
        return elsewhere ? Optional.empty() : here;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void forgetStatuses(RegisteredCertificates.Registered registered) {
        statuses.invalidateAll();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void forgetStatuses(SandboxAuthority.Revoked revoked) {
        statuses.invalidateAll();
    }

    private Status status(X509Certificate certificate) {
        if (anchors.isConfigured(certificate)) {
            return new Status(true, null);
        }
        return certificates
                .findBySerial(Certificate.serialOf(certificate.getSerialNumber()))
                .filter(known -> Arrays.equals(known.encoded, encoded(certificate)))
                .map(known -> new Status(true, known.revokedAt))
                .orElse(new Status(false, null));
    }

    private Path build(List<X509Certificate> chain, Instant at, X509Certificate root) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(chain.get(0));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), target);
            parameters.setDate(Date.from(at));
            parameters.setRevocationEnabled(false);
            parameters.setMaxPathLength(3);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            List<X509Certificate> path = new ArrayList<>();
            CertPathBuilder.getInstance("PKIX")
                    .build(parameters)
                    .getCertPath()
                    .getCertificates()
                    .forEach(certificate -> path.add((X509Certificate) certificate));
            if (!path.equals(chain)) {
                return null;
            }
            Instant from = root.getNotBefore().toInstant();
            Instant to = root.getNotAfter().toInstant();
            for (X509Certificate certificate : path) {
                Instant begins = certificate.getNotBefore().toInstant();
                Instant ends = certificate.getNotAfter().toInstant();
                from = begins.isAfter(from) ? begins : from;
                to = ends.isBefore(to) ? ends : to;
            }
            return new Path(List.copyOf(path), from, to);
        } catch (CertPathBuilderException e) {
            return null;
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("the platform builds certificate paths", e);
        }
    }

    private static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() < 0 && (usage == null || usage[0] || usage[1]);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }
}
