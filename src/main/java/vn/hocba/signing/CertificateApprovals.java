package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;
import vn.hocba.signing.CertificateClaim.State;
import vn.hocba.signing.session.KeyHolder;

/**
 * The admin of a school decides whether a certificate is a person's that does not bear the person's CCCD: one that was handed in, or one in the register whose
 * holder is known by another CCCD now. Nobody decides about the own.
 */
@Service
public class CertificateApprovals {

    /** Fewest characters of a reason. */
    public static final int SHORTEST_REASON = 10;

    private static final int SHOWN_DIGITS = 4;

    private final CertificateClaimRepository claims;
    private final CertificateRepository certificates;
    private final CertificateMappings mappings;
    private final RegisteredCertificates register;
    private final SchoolDirectory directory;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    CertificateApprovals(
            CertificateClaimRepository claims,
            CertificateRepository certificates,
            CertificateMappings mappings,
            RegisteredCertificates register,
            SchoolDirectory directory,
            Access access,
            AuditLog audit,
            Clock clock) {
        this.claims = claims;
        this.certificates = certificates;
        this.mappings = mappings;
        this.register = register;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A certificate that waits for a decision.
     *
     * @param serial hexadecimal
     * @param holder whose it is said to be
     * @param named the name in the certificate
     * @param bears the last digits of the CCCD in the certificate; empty where it has none
     * @param known the last digits of the CCCD in the staff list; empty where it has none
     */
    public record Waiting(
            String serial,
            String staffId,
            String holder,
            String named,
            String issuer,
            String bears,
            String known,
            Instant notAfter) {}

    /**
     * Those of the current user's school.
     *
     * @throws Refused unless the current user is its admin
     */
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        CurrentUser admin = access.holding(Right.CONFIRM_CERTIFICATES);
        Map<String, StaffInfo> people = directory.staffOf(admin.unitId()).stream()
                .filter(StaffInfo::working)
                .collect(Collectors.toMap(StaffInfo::id, Function.identity()));
        List<Waiting> waiting = new ArrayList<>();
        Set<String> decided = new HashSet<>();
        for (CertificateClaim claim : claims.findByStaffIdInOrderByClaimedAt(people.keySet())) {
            if (claim.state == State.WAITING) {
                waiting.add(waiting(people.get(claim.staffId), CertificateNames.parse(claim.encoded)));
            }
            decided.add(claim.staffId + claim.serial);
        }
        Instant now = clock.instant();
        for (Certificate known :
                certificates.findByOwnerKindAndOwnerIdInOrderBySerial(OwnerKind.PERSON, people.keySet())) {
            StaffInfo person = people.get(known.ownerId);
            boolean usable = known.revokedAt == null && known.isValidAt(now);
            if (usable
                    && !decided.contains(person.id() + known.serial)
                    && !Objects.equals(known.identifier, person.personalId())
                    && !mappings.isApproved(known.serial, person.id())) {
                waiting.add(waiting(person, known.x509()));
            }
        }
        return List.copyOf(waiting);
    }

    /**
     * Lets it stand for the person, and registers it where it is not yet.
     *
     * @param reason why it is this person's, at least {@value #SHORTEST_REASON} characters
     * @throws Refused unless the current user is admin of the person's school and somebody else, or when it does not wait
     */
    @Transactional
    public void approve(String serial, String staffId, String reason) {
        CurrentUser admin = demand(staffId);
        CertificateClaim claim = claim(serial, staffId, admin);
        String words = words(reason);
        claim.decide(State.APPROVED, words, admin.username(), clock.instant());
        claims.save(claim);
        mappings.approve(serial, staffId, words);
        register.register(KeyHolder.person(staffId), claim.provider, claim.encoded);
    }

    /**
     * Says no: it does not sign for the person, and is not handed in for the person again.
     *
     * @throws Refused as {@link #approve}
     */
    @Transactional
    public void refuse(String serial, String staffId, String reason) {
        CurrentUser admin = demand(staffId);
        CertificateClaim claim = claim(serial, staffId, admin);
        String words = words(reason);
        claim.decide(State.REFUSED, words, admin.username(), clock.instant());
        claims.save(claim);
        audit.append(staffId, "signing.mapping-refused", serial + ": " + words);
    }

    private CurrentUser demand(String staffId) {
        CurrentUser admin = access.at(directory.staff(staffId).schoolId(), Right.CONFIRM_CERTIFICATES);
        if (staffId.equals(admin.staffId())) {
            throw Refused.notAllowed("signing.claim-own");
        }
        return admin;
    }

    private CertificateClaim claim(String serial, String staffId, CurrentUser admin) {
        CertificateClaim claim = claims.findBySerialAndStaffId(serial, staffId)
                .or(() -> certificates
                        .findBySerial(serial)
                        .filter(known -> known.ownerKind == OwnerKind.PERSON && known.ownerId.equals(staffId))
                        .map(known -> new CertificateClaim(
                                staffId, known.provider, serial, known.encoded, admin.username(), clock.instant())))
                .orElseThrow(() -> Refused.notFound("signing.claim-decided"));
        if (claim.state != State.WAITING) {
            throw Refused.notNow("signing.claim-decided");
        }
        return claim;
    }

    private static String words(String reason) {
        String words = FreeWords.line(reason);
        if (words.length() < SHORTEST_REASON) {
            throw Refused.invalid("signing.claim-reason", SHORTEST_REASON);
        }
        return words;
    }

    private static Waiting waiting(StaffInfo person, X509Certificate x509) {
        return new Waiting(
                Certificate.serialOf(x509.getSerialNumber()),
                person.id(),
                person.fullName(),
                CertificateNames.commonName(x509),
                CertificateNames.issuer(x509),
                last(CertificateNames.person(x509).orElse("")),
                last(person.personalId() == null ? "" : person.personalId()),
                x509.getNotAfter().toInstant());
    }

    private static String last(String digits) {
        return digits.substring(Math.max(0, digits.length() - SHOWN_DIGITS));
    }
}
