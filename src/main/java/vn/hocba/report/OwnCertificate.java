package vn.hocba.report;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.shared.Refused;
import vn.hocba.signing.CertificateView;
import vn.hocba.signing.SandboxAuthority;

/** The personal certificate with which a leader of the Sở signs, and its issue by the sandbox authority to the person alone: nobody sets another's PIN. */
@Service
public class OwnCertificate {

    private final SandboxAuthority authority;
    private final SchoolDirectory directory;
    private final Session session;
    private final Clock clock;

    OwnCertificate(SandboxAuthority authority, SchoolDirectory directory, Session session, Clock clock) {
        this.authority = authority;
        this.directory = directory;
        this.session = session;
        this.clock = clock;
    }

    /**
     * How it stands with it.
     *
     * @param owner the person's name
     * @param identified whether the personal ID is known that it has to name
     * @param validUntil null where there is none that can sign now
     */
    public record Own(String owner, boolean identified, Instant validUntil) {}

    /** The current user's; empty for who signs nothing personally for the Sở, or is not known there one by one. */
    @Transactional(readOnly = true)
    public Optional<Own> find() {
        CurrentUser user = session.user();
        if (!Right.SIGN_SUPPLEMENT_FOR_PROVINCE.isOf(user) || user.staffId() == null) {
            return Optional.empty();
        }
        return Optional.of(new Own(
                user.displayName(),
                directory.staff(user.staffId()).personalId() != null,
                authority
                        .certificateOf(user.staffId())
                        .filter(certificate -> !certificate.isRevoked())
                        .map(CertificateView::notAfter)
                        .filter(until -> until.isAfter(clock.instant()))
                        .orElse(null)));
    }

    /**
     * Issues it by the sandbox authority.
     *
     * @param pin that the person will sign with; cleared before this returns
     * @throws Refused when the personal ID is not known, the PIN is too short, or the current user is no leader of a Sở
     */
    @Transactional
    public void issue(char[] pin) {
        if (find().isEmpty()) {
            Arrays.fill(pin, '\0');
            throw Refused.notAllowed("identity.role-missing");
        }
        StaffInfo person = directory.staff(session.user().staffId());
        authority.issuePersonal(
                person.id(),
                person.fullName(),
                person.personalId(),
                directory.unit(person.schoolId()).name(),
                pin);
    }
}
