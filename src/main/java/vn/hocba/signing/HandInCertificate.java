package vn.hocba.signing;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.Providers;

/** The admin hands in the certificate that another authority has issued to a person or to the school: it is registered, or waits where it does not bear the person's CCCD. */
@Service
public class HandInCertificate {

    private final RegisteredCertificates register;
    private final CertificateClaimRepository claims;
    private final TrustAnchors anchors;
    private final Providers providers;
    private final CertificateDuty duty;
    private final Session session;
    private final AuditLog audit;
    private final Clock clock;

    HandInCertificate(
            RegisteredCertificates register,
            CertificateClaimRepository claims,
            TrustAnchors anchors,
            Providers providers,
            CertificateDuty duty,
            Session session,
            AuditLog audit,
            Clock clock) {
        this.register = register;
        this.claims = claims;
        this.anchors = anchors;
        this.providers = providers;
        this.duty = duty;
        this.session = session;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Outcome {
        REGISTERED,
        /** It does not bear the person's CCCD, and has to be approved. */
        WAITS
    }

    /** The ways to sign besides the sandbox, whose certificates are issued here: what each is called, by name. */
    public Map<String, String> providers() {
        return providers.labels(SandboxProvider.NAME);
    }

    /**
     * Takes a certificate; the same one twice changes nothing.
     *
     * @param provider name of the way by which it signs
     * @param file DER or PEM with the certificate only
     * @throws Refused unless the caller is admin of the school; when the file holds a private key or no certificate, when the certificate has run out or leads to
     *     no trusted root, is of another unit or another holder, or was refused for this person before
     */
    @Transactional
    public Outcome handIn(KeyHolder holder, String provider, byte[] file) {
        duty.demand(RegisteredCertificates.kind(holder), holder.id());
        if (provider.equals(SandboxProvider.NAME)) {
            throw Refused.invalid("signing.no-provider", provider);
        }
        providers.of(provider);
        if (new String(file, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY")) {
            throw Refused.invalid("signing.private-key-in-file");
        }
        X509Certificate x509 = RegisteredCertificates.parsed(file);
        if (x509.getNotAfter().toInstant().isBefore(clock.instant())) {
            throw Refused.invalid("signing.certificate-run-out");
        }
        if (register.isNamed(holder, x509)) {
            register.register(holder, provider, encoded(x509));
            return Outcome.REGISTERED;
        }
        if (anchors.of(x509).isEmpty()) {
            throw Refused.invalid("signing.certificate-unusable");
        }
        claim(holder.id(), provider, x509);
        return Outcome.WAITS;
    }

    private void claim(String staffId, String provider, X509Certificate x509) {
        String serial = Certificate.serialOf(x509.getSerialNumber());
        Optional<CertificateClaim> before = claims.findBySerialAndStaffId(serial, staffId);
        before.filter(claim -> claim.state == CertificateClaim.State.REFUSED).ifPresent(claim -> {
            throw Refused.notNow("signing.claim-refused", claim.reason);
        });
        if (before.isEmpty()) {
            claims.save(new CertificateClaim(
                    staffId, provider, serial, encoded(x509), session.user().username(), clock.instant()));
            audit.append(staffId, "signing.certificate-claimed", serial + ": " + provider);
        }
    }

    private static byte[] encoded(X509Certificate x509) {
        try {
            return x509.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }
}
