package vn.hocba.school;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;

/** Who works at a Sở: no workbook brings them, so they are entered there. Roles are given to them as at a school ({@link GrantRoles}). */
@Service
public class ProvincePeople {

    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_TITLE = 100;

    private final StaffRepository staff;
    private final OrgUnitRepository units;
    private final SchoolDirectory directory;
    private final Access access;
    private final AuditLog audit;

    ProvincePeople(
            StaffRepository staff, OrgUnitRepository units, SchoolDirectory directory, Access access, AuditLog audit) {
        this.staff = staff;
        this.units = units;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Somebody who works there.
     *
     * @param title chức vụ, such as «Phó giám đốc»
     * @param personalId CCCD, twelve digits; empty where it is entered later
     * @param email the official one, with which the person signs in; may be empty
     */
    public record Person(String fullName, String title, String personalId, String email) {}

    /** Everybody who works at the own Sở, in no particular order. */
    @Transactional(readOnly = true)
    public List<StaffInfo> all(String provinceId) {
        access.at(provinceId, Right.KEEP_PROVINCE_PEOPLE);
        return directory.staffOf(provinceId).stream().filter(StaffInfo::working).toList();
    }

    /**
     * Enters somebody.
     *
     * @return the id to which roles are given
     * @throws Refused when name or title is missing, the CCCD is none or belongs to somebody else there, or the current user may not
     */
    @Transactional
    public String add(String provinceId, Person person) {
        access.at(provinceId, Right.KEEP_PROVINCE_PEOPLE);
        units.lock(provinceId);
        StaffMember member = new StaffMember();
        member.schoolId = provinceId;
        member.moetCode = "SO" + Ids.next().substring(14);
        member.fullName = demand(person.fullName(), LONGEST_NAME, "school.province-people.name");
        member.title = demand(person.title(), LONGEST_TITLE, "school.province-people.title");
        member.personalId = person.personalId().isBlank() ? null : personalId(provinceId, person.personalId());
        member.email = person.email().isBlank() ? null : FreeWords.line(person.email());
        member.working = true;
        StaffMember saved = staff.saveAndFlush(member);
        audit.append(provinceId, "school.province-person-added", saved.moetCode);
        return saved.id();
    }

    /**
     * Enters the CCCD of somebody for whom none is known; a known one is not changed, as certificates name it.
     *
     * @throws Refused when it is none, is known already or belongs to somebody else there, or the current user may not
     */
    @Transactional
    public void identify(String staffId, String personalId) {
        StaffMember member =
                staff.findById(staffId).orElseThrow(() -> Refused.invalid("school.province-people.unknown"));
        access.at(member.schoolId, Right.KEEP_PROVINCE_PEOPLE);
        units.lock(member.schoolId);
        if (member.personalId != null) {
            throw Refused.notNow("school.province-people.known-id");
        }
        member.personalId = personalId(member.schoolId, personalId);
        staff.saveAndFlush(member);
        audit.append(member.schoolId, "school.province-person-identified", member.moetCode);
    }

    private String personalId(String provinceId, String typed) {
        String given = typed.strip();
        if (!PersonalId.isWellFormed(given)) {
            throw Refused.invalid("school.province-people.personal-id");
        }
        if (directory.staffOf(provinceId).stream().anyMatch(other -> given.equals(other.personalId()))) {
            throw Refused.invalid("school.province-people.id-taken");
        }
        return given;
    }

    private static String demand(String typed, int longest, String key) {
        String given = FreeWords.line(typed);
        if (given.isEmpty() || given.length() > longest) {
            throw Refused.invalid(key, longest);
        }
        return given;
    }
}
