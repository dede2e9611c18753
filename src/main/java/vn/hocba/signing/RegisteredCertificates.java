package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.Providers;

/** Takes certificates into the register that another authority has issued: only those sign here, each by its provider. */
@Service
public class RegisteredCertificates {

    private final CertificateRepository certificates;
    private final TrustAnchors anchors;
    private final Providers providers;
    private final CertificateMappings mappings;
    private final SchoolDirectory directory;
    private final CertificateDuty duty;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    RegisteredCertificates(
            CertificateRepository certificates,
            TrustAnchors anchors,
            Providers providers,
            CertificateMappings mappings,
            SchoolDirectory directory,
            CertificateDuty duty,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.certificates = certificates;
        this.anchors = anchors;
        this.providers = providers;
        this.mappings = mappings;
        this.directory = directory;
        this.duty = duty;
        this.audit = audit;
        this.events = events;
    }

    /** Told when the register has one more. */
    record Registered(String serial) {}

    /**
     * Registers a certificate; registering twice changes nothing.
     *
     * @param provider name of the way by which it signs
     * @param encoded DER or PEM
     * @throws Refused unless the caller is admin of the school, or officer of the Sở; when it is no certificate, leads to no trusted root, or does not name the
     *     person (CCCD, or an approved mapping) or the unit (MST); when there is no such provider, or its serial number is registered for another holder
     */
    @Transactional
    public CertificateView register(KeyHolder holder, String provider, byte[] encoded) {
        providers.of(provider);
        X509Certificate x509 = parsed(encoded);
        String serial = Certificate.serialOf(x509.getSerialNumber());
        OwnerKind kind = kind(holder);
        duty.demand(kind, holder.id());
        String identifier = kind == OwnerKind.PERSON ? person(holder, x509, serial) : unit(holder, x509);
        if (anchors.of(x509).isEmpty()) {
            throw Refused.invalid("signing.certificate-unusable");
        }
        Optional<Certificate> known = certificates.findBySerial(serial);
        if (known.isPresent()) {
            return own(known.get(), kind, holder, x509).view();
        }
        Certificate certificate = certificates.save(new Certificate(kind, holder.id(), identifier, provider, x509));
        audit.append(holder.id(), "signing.certificate-registered", serial + ": " + provider);
        events.publishEvent(new Registered(serial));
        return certificate.view();
    }

    /** A serial number is one authority's: another may have given out the same. */
    private static Certificate own(Certificate known, OwnerKind kind, KeyHolder holder, X509Certificate x509) {
        boolean same = known.ownerKind == kind
                && known.ownerId.equals(holder.id())
                && known.x509().equals(x509);
        if (!same) {
            throw Refused.notNow("signing.certificate-of-another");
        }
        return known;
    }

    static OwnerKind kind(KeyHolder holder) {
        return holder.kind() == KeyHolder.Kind.PERSON ? OwnerKind.PERSON : OwnerKind.ORGANISATION;
    }

    /** Whether it could be registered for this person: it bears the CCCD, or was approved. Of a unit there is nothing to approve. */
    boolean isNamed(KeyHolder holder, X509Certificate x509) {
        return holder.kind() == KeyHolder.Kind.UNIT
                || isNamed(directory.staff(holder.id()), x509, Certificate.serialOf(x509.getSerialNumber()));
    }

    private boolean isNamed(StaffInfo staff, X509Certificate x509, String serial) {
        return CertificateNames.person(x509).orElse("").equals(staff.personalId())
                || mappings.isApproved(serial, staff.id());
    }

    static X509Certificate parsed(byte[] encoded) {
        try {
            return CertificateNames.parse(encoded);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("signing.no-certificate-file");
        }
    }

    private String person(KeyHolder holder, X509Certificate x509, String serial) {
        StaffInfo staff = directory.staff(holder.id());
        if (!isNamed(staff, x509, serial)) {
            throw Refused.invalid("signing.other-person", staff.fullName());
        }
        return CertificateNames.person(x509).orElse("");
    }

    private String unit(KeyHolder holder, X509Certificate x509) {
        Unit unit = directory.unit(holder.id());
        if (unit.taxCode() == null || !SignatureCheck.isOf(x509, unit.taxCode())) {
            throw Refused.invalid("signing.other-school");
        }
        return unit.taxCode();
    }
}
