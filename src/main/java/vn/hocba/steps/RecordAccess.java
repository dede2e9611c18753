package vn.hocba.steps;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;

/** Who may read a whole record: its school's leaders, clerk and admin, its teachers, and the Sở. Intermediate units see progress only. */
@Component
class RecordAccess {

    private final Access access;
    private final SchoolDirectory directory;

    RecordAccess(Access access, SchoolDirectory directory) {
        this.access = access;
        this.directory = directory;
    }

    CurrentUser demandRead(YearRecord record) {
        CurrentUser user = access.over(
                directory.unit(record.schoolId()).path(),
                Role.PRINCIPAL,
                Role.CLERK,
                Role.SCHOOL_ADMIN,
                Role.TEACHER,
                Role.PROVINCE);
        boolean broad =
                user.is(Role.PRINCIPAL) || user.is(Role.CLERK) || user.is(Role.SCHOOL_ADMIN) || user.is(Role.PROVINCE);
        if (!broad && !teaches(user, record)) {
            throw new Refused("steps.not-your-pupil");
        }
        return user;
    }

    private boolean teaches(CurrentUser user, YearRecord record) {
        return user.staffId().equals(directory.classById(record.classId()).homeroomStaffId())
                || record.subjects().stream().anyMatch(subject -> user.staffId().equals(subject.teacherId()));
    }
}
