package vn.hocba.record;

import org.springframework.stereotype.Component;
import vn.hocba.assessment.Part;
import vn.hocba.identity.CurrentUser;
import vn.hocba.school.CoTeachers;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.Refused;

/** Whose a row of a record is: the teacher's who answers for it, and of whoever teaches beside; the class's part the homeroom teacher's. */
@Component
class RowTeachers {

    private final SchoolDirectory directory;
    private final CoTeachers beside;

    RowTeachers(SchoolDirectory directory, CoTeachers beside) {
        this.directory = directory;
        this.beside = beside;
    }

    /** @throws Refused unless somebody may enter into the row */
    void demandOwn(CurrentUser user, YearRecord record, RecordPart row) {
        if (row.kind() == Part.Kind.CLASS) {
            if (!directory.classById(record.classId()).isLedBy(user.staffId())) {
                throw Refused.notAllowed("record.not-your-class");
            }
        } else if (!user.staffId().equals(row.staffId())
                && !beside.has(new ClassId(record.classId()), row.code(), user.staffId())) {
            throw Refused.notAllowed("record.not-your-row");
        }
    }
}
