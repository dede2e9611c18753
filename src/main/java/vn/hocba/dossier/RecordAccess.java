package vn.hocba.dossier;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.RecordId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;

/** Who may read a whole record: its school's leaders, clerk and admin, those of a school to or from which it was transferred, its teachers, and the Sở. Intermediate units see progress only. */
@Component
class RecordAccess {

    private final Access access;
    private final SchoolDirectory directory;
    private final RecordHolders holders;
    private final YearRecords records;

    RecordAccess(Access access, SchoolDirectory directory, RecordHolders holders, YearRecords records) {
        this.access = access;
        this.directory = directory;
        this.holders = holders;
        this.records = records;
    }

    /** @throws Refused when there is no such record, or it is not the current user's concern */
    YearRecord demand(String recordId) {
        YearRecord record = records.get(recordId);
        demandRead(record);
        return record;
    }

    private void demandRead(YearRecord record) {
        CurrentUser reader = access.holding(Role.PRINCIPAL, Role.CLERK, Role.SCHOOL_ADMIN, Role.TEACHER, Role.PROVINCE);
        boolean office = reader.is(Role.PRINCIPAL) || reader.is(Role.CLERK) || reader.is(Role.SCHOOL_ADMIN);
        if (office && holders.holdsOrHeld(new RecordId(record.id()), new SchoolId(reader.unitId()))) {
            return;
        }
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
            throw Refused.notAllowed("steps.not-your-pupil");
        }
    }

    private boolean teaches(CurrentUser user, YearRecord record) {
        return user.staffId().equals(directory.classById(record.classId()).homeroomStaffId())
                || record.subjects().stream().anyMatch(subject -> user.staffId().equals(subject.staffId()));
    }
}
