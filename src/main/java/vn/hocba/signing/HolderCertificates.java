package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.KeyHolder;

/** Finds the certificate that somebody is about to sign with, and checks that it is theirs: before the key is touched. */
@Component
class HolderCertificates {

    private final CertificateRepository certificates;
    private final CertificateMappings mappings;
    private final CertificateTrust trust;
    private final TrustAnchors anchors;
    private final SchoolDirectory directory;
    private final Session session;
    private final Access access;
    private final Clock clock;

    HolderCertificates(
            CertificateRepository certificates,
            CertificateMappings mappings,
            CertificateTrust trust,
            TrustAnchors anchors,
            SchoolDirectory directory,
            Session session,
            Access access,
            Clock clock) {
        this.certificates = certificates;
        this.mappings = mappings;
        this.trust = trust;
        this.anchors = anchors;
        this.directory = directory;
        this.session = session;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Who signs, for the current user: a person only as himself, the seal of a school or a Sở only its clerk.
     *
     * @throws Refused when it is not theirs, there is no valid certificate, or it does not name the person (CCCD) or the unit (MST)
     */
    Signer of(KeyHolder holder) {
        return holder.kind() == KeyHolder.Kind.PERSON ? person(holder) : unit(holder);
    }

    /** The provider of the certificate that would sign; empty where none can. */
    Optional<String> providerOf(KeyHolder holder) {
        Instant now = clock.instant();
        return all(holder).stream()
                .filter(certificate -> certificate.revokedAt == null && certificate.isValidAt(now))
                .findFirst()
                .map(certificate -> certificate.provider);
    }

    /**
     * Who signs in a session that goes on, without its holder. Whether the certificate is still good is asked at each signature.
     *
     * @throws Refused when the certificate is not theirs any more: it names neither the person (CCCD) nor the unit (MST) as they are known now, or the person
     *     has left the school
     */
    Signer again(KeyHolder holder, String serial) {
        Certificate certificate = certificates
                .findBySerial(serial)
                .filter(known -> known.ownerKind == kind(holder) && known.ownerId.equals(holder.id()))
                .orElseThrow(() -> Refused.notFound("signing.no-certificate"));
        return signer(
                holder,
                certificate,
                holder.kind() == KeyHolder.Kind.PERSON
                        ? named(working(holder), certificate)
                        : named(directory.unit(holder.id()), certificate));
    }

    private Signer person(KeyHolder holder) {
        if (!holder.id().equals(session.user().staffId())) {
            throw Refused.notAllowed("signing.not-your-key");
        }
        StaffInfo staff = working(holder);
        Certificate certificate = usable(holder);
        return trusted(signer(holder, certificate, named(staff, certificate)));
    }

    private StaffInfo working(KeyHolder holder) {
        StaffInfo staff = directory.staff(holder.id());
        if (!staff.working()) {
            throw Refused.notAllowed("signing.left-school");
        }
        return staff;
    }

    /** The CCCD in the certificate, which is the person's unless another was approved. */
    private String named(StaffInfo staff, Certificate certificate) {
        Optional<String> named = CertificateNames.person(certificate.x509());
        boolean own = named.isPresent() && named.get().equals(staff.personalId());
        if (!own && !mappings.isApproved(certificate.serial, staff.id())) {
            throw Refused.notAllowed("signing.other-person", staff.fullName());
        }
        return named.orElse("");
    }

    private Signer unit(KeyHolder holder) {
        Unit unit = directory.unit(holder.id());
        if (!directory.acting(unit.id()).equals(unit.id())) {
            throw Refused.notNow("signing.unit-closed", unit.name());
        }
        access.at(unit.id(), unit.kind() == UnitKind.PROVINCE ? Right.USE_PROVINCE_KEY : Right.USE_SCHOOL_KEY);
        Certificate certificate = usable(holder);
        return trusted(signer(holder, certificate, named(unit, certificate)));
    }

    /** The MST in the certificate, which is the unit's. */
    private static String named(Unit unit, Certificate certificate) {
        X509Certificate x509 = certificate.x509();
        Optional<String> named = CertificateNames.organisation(x509);
        if (CertificateNames.namesPerson(x509)
                || named.isEmpty()
                || !named.get().equals(unit.taxCode())) {
            throw Refused.notAllowed("signing.other-school");
        }
        return named.get();
    }

    private Signer signer(KeyHolder holder, Certificate certificate, String identifier) {
        return new Signer(
                holder, certificate.ownerKind, identifier, certificate.provider, anchors.chain(certificate.x509()));
    }

    private Signer trusted(Signer signer) {
        trust.refusal(signer.chain(), clock.instant()).ifPresent(key -> {
            throw Refused.notNow("signing.certificate-unusable");
        });
        return signer;
    }

    /** The certificate to sign with; the reasons are told apart because each asks for another step. */
    private Certificate usable(KeyHolder holder) {
        List<Certificate> all = all(holder);
        if (all.isEmpty()) {
            throw Refused.notFound("signing.no-certificate");
        }
        List<Certificate> notRevoked = all.stream()
                .filter(certificate -> certificate.revokedAt == null)
                .toList();
        if (notRevoked.isEmpty()) {
            throw Refused.notNow("signing.certificate-revoked");
        }
        Instant now = clock.instant();
        return notRevoked.stream()
                .filter(certificate -> certificate.isValidAt(now))
                .findFirst()
                .orElseThrow(() -> Refused.notNow("signing.certificate-expired"));
    }

    /** In the order in which they count: one of the sandbox only where there is no other, and of several the one that lasts longest. */
    private List<Certificate> all(KeyHolder holder) {
        return certificates.findByOwnerKindAndOwnerIdOrderByNotAfterDesc(kind(holder), holder.id()).stream()
                .sorted(Comparator.comparing(certificate -> certificate.provider.equals(SandboxProvider.NAME)))
                .toList();
    }

    private static OwnerKind kind(KeyHolder holder) {
        return holder.kind() == KeyHolder.Kind.PERSON ? OwnerKind.PERSON : OwnerKind.ORGANISATION;
    }
}
