package vn.hocba.desk.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.SignedRows;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Principals;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolYears;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;
import vn.hocba.signing.CertificatesAtSchool;
import vn.hocba.signing.CertificatesAtSchool.Held;
import vn.hocba.signing.SandboxAuthority;

/** Who has to sign at a school, whether the certificate for it is there, and its issue by the sandbox authority. */
@Service
public class SchoolCertificates {

    private static final int NOBODY = 3;

    private final Access access;
    private final SchoolDirectory directory;
    private final SandboxAuthority authority;
    private final CertificatesAtSchool certificates;
    private final SignedRows rows;
    private final SchoolYears years;
    private final Principals principals;
    private final Clock clock;

    SchoolCertificates(
            Access access,
            SchoolDirectory directory,
            SandboxAuthority authority,
            CertificatesAtSchool certificates,
            SignedRows rows,
            SchoolYears years,
            Principals principals,
            Clock clock) {
        this.access = access;
        this.directory = directory;
        this.authority = authority;
        this.certificates = certificates;
        this.rows = rows;
        this.years = years;
        this.principals = principals;
        this.clock = clock;
    }

    /** How it stands with a certificate. */
    public enum State {
        /** None, and none can be issued: the holder's CCCD or MST is not known. */
        NO_IDENTIFIER,
        MISSING,
        REVOKED,
        EXPIRED,
        VALID
    }

    /**
     * Somebody who signs, or the school with its seal.
     *
     * @param seal whether this is the school
     * @param serial of the latest certificate, hexadecimal; null where there never was one
     */
    public record Holder(
            String ownerId, String name, String title, boolean seal, State state, String serial, Instant notAfter) {}

    /**
     * The seal first, then the principals, the homeroom teachers and where rows are signed the subject teachers by given name, then others who hold a
     * certificate.
     */
    @Transactional(readOnly = true)
    public List<Holder> ofOwnSchool() {
        CurrentUser user = access.holding(Right.ISSUE_CERTIFICATES);
        Unit school = directory.unit(user.unitId());
        Map<String, Held> latest = certificates.latest(school.id());
        Set<String> teachers = new HashSet<>(directory.homeroomStaff(school.id()));
        years.latest(school.path()).ifPresent(year -> teachers.addAll(rows.signers(school.id(), year)));
        Set<String> heads = principals.staffAt(school.id());
        List<Holder> holders = new ArrayList<>();
        holders.add(holder(school.id(), school.name(), "", true, school.taxCode(), latest));
        Map<Integer, List<StaffInfo>> people = directory.staffOf(school.id()).stream()
                .filter(StaffInfo::working)
                .sorted((a, b) -> VietnameseText.byGivenName().compare(a.fullName(), b.fullName()))
                .collect(Collectors.groupingBy(person -> rank(person, heads, teachers, latest)));
        for (int rank = 0; rank < NOBODY; rank++) {
            people.getOrDefault(rank, List.of())
                    .forEach(person -> holders.add(holder(
                            person.id(),
                            person.fullName(),
                            person.title() == null ? "" : person.title(),
                            false,
                            person.personalId(),
                            latest)));
        }
        return holders;
    }

    /**
     * Issues a certificate of the sandbox authority.
     *
     * @param ownerId a member of staff, or the school for its seal
     * @param pin that the holder will sign with; cleared before this returns
     * @throws Refused when the identifier is missing, or the PIN is too short
     */
    @Transactional
    public void issue(String ownerId, char[] pin) {
        CurrentUser user = access.holding(Right.ISSUE_CERTIFICATES);
        Unit school = directory.unit(user.unitId());
        if (ownerId.equals(school.id())) {
            authority.issueSeal(school.id(), school.name(), school.taxCode(), pin);
        } else {
            StaffInfo person = directory.staff(ownerId);
            authority.issuePersonal(person.id(), person.fullName(), person.personalId(), school.name(), pin);
        }
    }

    /**
     * Revokes a certificate from now on.
     *
     * @param reason at least {@value ReturnRecords#SHORTEST_REASON} characters
     */
    @Transactional
    public void revoke(String serial, String reason) {
        access.holding(Right.ISSUE_CERTIFICATES);
        String given = FreeWords.line(reason);
        if (given.length() < ReturnRecords.SHORTEST_REASON) {
            throw Refused.invalid("office.certificates.reason", ReturnRecords.SHORTEST_REASON);
        }
        authority.revoke(serial, given);
    }

    private static int rank(StaffInfo person, Set<String> heads, Set<String> teachers, Map<String, Held> latest) {
        if (heads.contains(person.id())) {
            return 0;
        }
        if (teachers.contains(person.id())) {
            return 1;
        }
        return latest.containsKey(person.id()) ? 2 : NOBODY;
    }

    private Holder holder(
            String ownerId,
            String name,
            String title,
            boolean seal,
            String identifier,
            Map<String, Held> certificates) {
        Held latest = certificates.get(ownerId);
        State state;
        if (latest == null) {
            state = identifier == null || identifier.isBlank() ? State.NO_IDENTIFIER : State.MISSING;
        } else if (latest.revokedAt() != null) {
            state = State.REVOKED;
        } else {
            state = latest.notAfter().isAfter(clock.instant()) ? State.VALID : State.EXPIRED;
        }
        return new Holder(
                ownerId,
                name,
                title,
                seal,
                state,
                latest == null ? null : latest.serial(),
                latest == null ? null : latest.notAfter());
    }
}
