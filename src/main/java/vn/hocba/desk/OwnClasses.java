package vn.hocba.desk;

import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;

/** A class that an address names, for those who work at its school. */
@Component
public class OwnClasses {

    private final Access access;
    private final SchoolDirectory directory;

    OwnClasses(Access access, SchoolDirectory directory) {
        this.access = access;
        this.directory = directory;
    }

    /**
     * The class, for somebody who has a right at its school.
     *
     * @throws Refused when there is no such class, or it is not the current user's concern
     */
    public ClassInfo demand(String classId, Right right) {
        access.holding(right);
        ClassInfo info = find(classId);
        access.at(info.schoolId(), right, info.grade(), info.name());
        return info;
    }

    private ClassInfo find(String classId) {
        try {
            return directory.classById(classId);
        } catch (EmptyResultDataAccessException none) {
            throw Refused.notFound("office.no-such-class");
        }
    }
}
