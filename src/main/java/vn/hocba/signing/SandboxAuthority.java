package vn.hocba.signing;

import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;

/** The certificate authority for trying things out; what it certifies has no legal value, and every certificate says so. */
@Service
public class SandboxAuthority {

    private final AuthorityKeys authority;
    private final SandboxIssuer issuer;
    private final CertificateRepository certificates;
    private final CertificateDuty duty;
    private final Session session;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SandboxAuthority(
            AuthorityKeys authority,
            SandboxIssuer issuer,
            CertificateRepository certificates,
            CertificateDuty duty,
            Session session,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.authority = authority;
        this.issuer = issuer;
        this.certificates = certificates;
        this.duty = duty;
        this.session = session;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Told when a certificate was revoked. */
    record Revoked(String serial) {}

    /**
     * Issues a person's certificate with «UID=CCCD:…»; where a valid one for the same CCCD exists it stays, with its PIN.
     *
     * @param organisation the school's name
     * @param pin cleared before this returns
     * @throws Refused unless the caller is admin of the person's school, or at a Sở the person; when there is no CCCD; when the PIN is too short
     */
    @Transactional
    public CertificateView issuePersonal(
            String staffId, String fullName, String cccd, String organisation, char[] pin) {
        try {
            duty.demand(OwnerKind.PERSON, staffId);
            if (cccd == null || cccd.isBlank()) {
                throw Refused.notNow("signing.no-personal-id", fullName);
            }
            return issuer.issue(OwnerKind.PERSON, staffId, fullName, organisation, CertificateNames.PERSON, cccd, pin);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /**
     * Issues the certificate of a school's seal, or of a Sở, with «UID=MST:…»; where a valid one for the same MST exists it stays, with its PIN.
     *
     * @param pin cleared before this returns
     * @throws Refused unless the caller is admin of the school, or clerk of the Sở; when there is no MST; when the PIN is too short
     */
    @Transactional
    public CertificateView issueSeal(String unitId, String unitName, String taxCode, char[] pin) {
        try {
            duty.demand(OwnerKind.ORGANISATION, unitId);
            if (taxCode == null || taxCode.isBlank()) {
                throw Refused.notNow("signing.no-tax-code", unitName);
            }
            return issuer.issue(
                    OwnerKind.ORGANISATION, unitId, unitName, unitName, CertificateNames.ORGANISATION, taxCode, pin);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /**
     * Revokes a certificate from now on; signatures made before stay valid.
     *
     * @param serial hexadecimal
     * @throws Refused unless the caller is admin of the school whose certificate, or whose member of staff's, it is; at a Sở its clerk, or the person
     */
    @Transactional
    public void revoke(String serial, String reason) {
        Certificate certificate = certificates
                .findBySerial(serial)
                .filter(found -> found.ownerKind != OwnerKind.AUTHORITY)
                .orElseThrow(() -> Refused.notNow("signing.certificate-unknown"));
        duty.demand(certificate.ownerKind, certificate.ownerId);
        if (certificate.revokedAt == null) {
            certificate.revokedAt = clock.instant();
            audit.append(certificate.ownerId, "signing.certificate-revoked", serial + ": " + reason);
            events.publishEvent(new Revoked(serial));
        }
    }

    /**
     * The certificate that a member of staff or a unit has now, or had last.
     *
     * @param ownerId staff id or unit id
     * @throws Refused when nobody is signed in
     */
    @Transactional(readOnly = true)
    public Optional<CertificateView> certificateOf(String ownerId) {
        session.user();
        return current(OwnerKind.PERSON, ownerId)
                .or(() -> current(OwnerKind.ORGANISATION, ownerId))
                .map(Certificate::view);
    }

    /** The root certificate, the only one that a verifier has to trust. */
    public String rootPem() {
        try {
            byte[] encoded = authority.get().rootCertificate().getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a stored certificate has an encoding", e);
        }
    }

    private Optional<Certificate> current(OwnerKind kind, String ownerId) {
        var all = certificates.findByOwnerKindAndOwnerIdOrderByNotAfterDesc(kind, ownerId);
        return all.stream()
                .filter(certificate -> certificate.revokedAt == null)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
