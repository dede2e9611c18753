package vn.hocba.report;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;
import vn.hocba.signing.CertificateView;
import vn.hocba.signing.SandboxAuthority;

/** The organisation certificate of the current user's Sở, and its issue by the sandbox authority. */
@Service
public class ProvinceCertificate {

    /** Characters of a reason for revoking. */
    public static final int SHORTEST_REASON = 10;

    private final OwnReports own;
    private final SandboxAuthority authority;
    private final Clock clock;

    ProvinceCertificate(OwnReports own, SandboxAuthority authority, Clock clock) {
        this.own = own;
        this.authority = authority;
        this.clock = clock;
    }

    /** How it stands with the certificate. */
    public enum State {
        /** None, and none can be issued: the MST of the Sở is not known. */
        NO_TAX_CODE,
        MISSING,
        REVOKED,
        EXPIRED,
        VALID
    }

    /**
     * The certificate.
     *
     * @param owner name of the Sở
     * @param serial hexadecimal; null where there never was one, as is notAfter
     */
    public record Holder(String owner, State state, String serial, Instant notAfter) {}

    /** @throws Refused unless the current user is of a Sở */
    @Transactional(readOnly = true)
    public Holder get() {
        Unit province = own.province(Right.SEE_REPORTS);
        Optional<CertificateView> latest = authority.certificateOf(province.id());
        State state = latest.map(this::state)
                .orElse(province.taxCode() == null || province.taxCode().isBlank() ? State.NO_TAX_CODE : State.MISSING);
        return new Holder(
                province.name(),
                state,
                latest.map(CertificateView::serial).orElse(null),
                latest.map(CertificateView::notAfter).orElse(null));
    }

    /**
     * Issues it by the sandbox authority.
     *
     * @param pin that the officers will sign with; cleared before this returns
     * @throws Refused when the MST is missing, the PIN is too short, or the current user is not of a Sở
     */
    @Transactional
    public void issue(char[] pin) {
        Unit province = own.province(Right.ISSUE_PROVINCE_CERTIFICATES);
        authority.issueSeal(province.id(), province.name(), province.taxCode(), pin);
    }

    /**
     * Revokes it from now on, such as when its PIN is forgotten; what it signed stays valid.
     *
     * @param reason at least {@value #SHORTEST_REASON} characters
     * @throws Refused when the reason is too short, there is no certificate, or the current user is not of a Sở
     */
    @Transactional
    public void revoke(String reason) {
        String given = FreeWords.line(reason);
        if (given.length() < SHORTEST_REASON) {
            throw Refused.invalid("report.certificate.reason", SHORTEST_REASON);
        }
        authority.revoke(get().serial(), given);
    }

    private State state(CertificateView certificate) {
        if (certificate.isRevoked()) {
            return State.REVOKED;
        }
        return certificate.notAfter().isAfter(clock.instant()) ? State.VALID : State.EXPIRED;
    }
}
