package vn.hocba.desk.teacher.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.desk.OddityWords;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.record.Regulations;
import vn.hocba.school.SchoolDirectory.ClassInfo;

/** The homeroom books of a teacher: of which classes there are any, what stands in one, and the shape that the regulation of its year gives it. */
@Component
class HomeroomBooks {

    private final ClassSheets sheets;
    private final SheetClasses sheetClasses;
    private final Regulations regulations;
    private final OddityWords oddities;

    HomeroomBooks(ClassSheets sheets, SheetClasses sheetClasses, Regulations regulations, OddityWords oddities) {
        this.sheets = sheets;
        this.sheetClasses = sheetClasses;
        this.regulations = regulations;
        this.oddities = oddities;
    }

    /** The books of the current user: one for each class, or for the classes of a combined class; each named by its first, with all its classes. */
    Map<ClassInfo, List<ClassInfo>> own() {
        Map<ClassInfo, List<ClassInfo>> books = new LinkedHashMap<>();
        for (ClassInfo info : sheets.ownClasses()) {
            List<ClassInfo> together = sheetClasses.ofHomeroom(info.id());
            books.put(together.get(0), together);
        }
        return books;
    }

    /** @throws vn.hocba.shared.Refused unless the current user may see them */
    List<HomeroomRow> rows(String classId) {
        return sheets.homeroom(classId);
    }

    /** The classes of the book to which a class belongs. */
    List<ClassInfo> classes(String classId) {
        return sheetClasses.ofHomeroom(classId);
    }

    HomeroomRows shape(ClassInfo info) {
        return new HomeroomRows(regulations.of(info), info.grade(), new HomeroomHints(oddities));
    }
}
