package vn.hocba.school;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;

/**
 * Where a school lies since there are two levels (xã, tỉnh), and the địa danh by which it dates its documents (NĐ 30/2020 Phụ lục I): cover and lines of dating
 * of what is signed from then on have it.
 */
@Service
public class CorrectAddress {

    /** What fits into a column. */
    static final int LONGEST = 200;

    private final OrgUnitRepository units;
    private final SchoolDirectory directory;
    private final Access access;
    private final AuditLog audit;

    CorrectAddress(OrgUnitRepository units, SchoolDirectory directory, Access access, AuditLog audit) {
        this.units = units;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
    }

    /**
     * An address.
     *
     * @param commune with its kind, such as «Phường Bến Thành»
     * @param province with its kind, such as «Thành phố Hồ Chí Minh»
     * @param place địa danh, such as «Bến Thành»
     */
    public record Address(String commune, String province, String place) {}

    /**
     * The schools whose address the current user may correct, by name.
     *
     * @throws Refused when there is none
     */
    @Transactional(readOnly = true)
    public List<Unit> schools() {
        return directory.schoolsUnder(access.holding(Right.CORRECT_ADDRESS).unitPath());
    }

    /**
     * Corrects it.
     *
     * @throws Refused when the current user may not, or a part is missing or too long
     */
    @Transactional
    public void correct(String schoolId, Address wanted) {
        access.over(directory.unit(schoolId).path(), Right.CORRECT_ADDRESS);
        OrgUnit school = units.lock(schoolId);
        school.commune = clean(wanted.commune());
        school.province = clean(wanted.province());
        school.place = clean(wanted.place());
        audit.append(
                schoolId, "unit.address-corrected", String.join("; ", school.commune, school.province, school.place));
    }

    private static String clean(String typed) {
        String words = FreeWords.line(typed);
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Refused.invalid("school.address.incomplete", LONGEST);
        }
        return words;
    }
}
