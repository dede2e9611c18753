package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.shared.Refused;
import vn.hocba.signing.CertificateMaker.Made;
import vn.hocba.signing.CertificateMaker.Validity;

/** Makes a sandbox certificate with its key under the holder's PIN; who may ask for it was asked before. */
@Component
class SandboxIssuer {

    private final AuthorityKeys authority;
    private final CertificateRepository certificates;
    private final SandboxKeyRepository keys;
    private final SandboxProvider provider;
    private final SigningPolicy policy;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SandboxIssuer(
            AuthorityKeys authority,
            CertificateRepository certificates,
            SandboxKeyRepository keys,
            SandboxProvider provider,
            SigningPolicy policy,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.authority = authority;
        this.certificates = certificates;
        this.keys = keys;
        this.provider = provider;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Issues it; where a valid one for the same identifier exists it stays, with its PIN.
     *
     * @param prefix of the identifier in the subject, «CCCD:» or «MST:»
     * @throws Refused when the PIN is too short, or the sandbox is off
     */
    CertificateView issue(
            OwnerKind kind,
            String ownerId,
            String name,
            String organisation,
            String prefix,
            String identifier,
            char[] pin) {
        Instant now = clock.instant();
        Optional<Certificate> valid = certificates.findByOwnerKindAndOwnerIdOrderByNotAfterDesc(kind, ownerId).stream()
                .filter(c -> c.provider.equals(SandboxProvider.NAME))
                .filter(c -> c.revokedAt == null && c.isValidAt(now) && identifier.equals(c.identifier))
                .findFirst();
        if (valid.isPresent()) {
            return valid.get().view();
        }
        if (pin.length < policy.pinLength()) {
            throw Refused.invalid("signing.pin-too-short", policy.pinLength());
        }
        Made made = CertificateMaker.holder(
                name,
                organisation,
                prefix + identifier,
                Validity.starting(now, policy.certificateValidity()),
                authority.get().issuing());
        X509Certificate x509 = made.certificate();
        Certificate certificate =
                certificates.save(new Certificate(kind, ownerId, identifier, SandboxProvider.NAME, x509));
        keys.save(new SandboxKey(certificate.id(), provider.encrypt(made.key(), pin)));
        audit.append(ownerId, "signing.certificate-issued", certificate.serial);
        events.publishEvent(new RegisteredCertificates.Registered(certificate.serial));
        return certificate.view();
    }
}
