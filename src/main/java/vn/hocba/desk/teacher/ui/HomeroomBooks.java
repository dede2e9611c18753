package vn.hocba.desk.teacher.ui;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.desk.OddityWords;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.record.Regulations;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;

/** The homeroom books of a teacher: of which classes there are any, what stands in one, and the shape that the regulation of its year gives it. */
@Component
class HomeroomBooks {

    private final ClassSheets sheets;
    private final SchoolDirectory directory;
    private final Regulations regulations;
    private final OddityWords oddities;

    HomeroomBooks(ClassSheets sheets, SchoolDirectory directory, Regulations regulations, OddityWords oddities) {
        this.sheets = sheets;
        this.directory = directory;
        this.regulations = regulations;
        this.oddities = oddities;
    }

    /** The classes of which the current user is the homeroom teacher. */
    List<ClassInfo> own() {
        return sheets.ownClasses();
    }

    /** @throws vn.hocba.shared.Refused unless the current user may see them */
    List<HomeroomRow> rows(String classId) {
        return sheets.homeroom(classId);
    }

    ClassInfo info(String classId) {
        return directory.classById(classId);
    }

    HomeroomRows shape(ClassInfo info) {
        return new HomeroomRows(regulations.of(info), info.grade(), new HomeroomHints(oddities));
    }
}
