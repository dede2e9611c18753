package vn.hocba.school;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;

/**
 * A school of several levels (trường phổ thông có nhiều cấp học) has one head, one staff and one seal; records are kept of the level that it has here, and its lists
 * may name classes of the others.
 */
@Service
public class SetLevels {

    private final Access access;
    private final SchoolDirectory directory;
    private final OrgUnitRepository units;
    private final AuditLog audit;

    SetLevels(Access access, SchoolDirectory directory, OrgUnitRepository units, AuditLog audit) {
        this.access = access;
        this.directory = directory;
        this.units = units;
        this.audit = audit;
    }

    /**
     * The levels of a school.
     *
     * @throws Refused unless the current user decides about it
     */
    @Transactional(readOnly = true)
    public Set<SchoolLevel> of(String schoolId) {
        access.over(directory.unit(schoolId).path(), Right.CHANGE_UNITS);
        return units.findById(schoolId).orElseThrow().levels();
    }

    /**
     * Says which levels it has.
     *
     * @throws Refused unless the current user decides about it; when the level of which records are kept here is not among them
     */
    @Transactional
    public void set(String schoolId, Set<SchoolLevel> levels) {
        Unit school = directory.unit(schoolId);
        access.over(school.path(), Right.CHANGE_UNITS);
        if (school.kind() != UnitKind.SCHOOL || !levels.contains(school.level())) {
            throw Refused.invalid("school.units.levels.kept");
        }
        Set<SchoolLevel> others = EnumSet.copyOf(levels);
        others.remove(school.level());
        units.lock(schoolId).others(others);
        audit.append(schoolId, "unit.levels", levels.toString());
    }
}
