package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Session;
import vn.hocba.record.ClassSheets;
import vn.hocba.school.CoTeachers;
import vn.hocba.school.CombinedClasses;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.Refused;
import vn.hocba.ui.Worksheet.Column;
import vn.hocba.ui.Worksheet.Row;

/** Which classes stand on one sheet: those of a combined class (lớp ghép) where a teacher has the same thing to do in each, else one. */
@Component
class SheetClasses {

    private final CombinedClasses combined;
    private final ClassSheets sheets;
    private final CoTeachers coTeachers;
    private final Session session;

    SheetClasses(CombinedClasses combined, ClassSheets sheets, CoTeachers coTeachers, Session session) {
        this.combined = combined;
        this.sheets = sheets;
        this.coTeachers = coTeachers;
        this.session = session;
    }

    /** @throws Refused when there is no such class */
    List<ClassInfo> ofSubject(String classId, String subject) {
        boolean beside = isBeside(classId, subject);
        return with(classId).stream()
                .filter(info -> info.id().equals(classId)
                        || isBeside(info.id(), subject) == beside
                                && sheets.ownSubjects(info.id()).stream()
                                        .anyMatch(own -> own.code().equals(subject)))
                .toList();
    }

    /** Whether the current user teaches a subject beside the teacher who answers for it, and so enters and does not finish. */
    boolean isBeside(String classId, String subject) {
        return coTeachers.has(new ClassId(classId), subject, session.user().staffId());
    }

    /** @throws Refused when there is no such class */
    List<ClassInfo> ofHomeroom(String classId) {
        List<ClassInfo> all = with(classId);
        String leads = all.stream()
                .filter(info -> info.id().equals(classId))
                .map(ClassInfo::homeroomStaffId)
                .filter(staff -> staff != null)
                .findFirst()
                .orElse("");
        return all.stream()
                .filter(info -> info.id().equals(classId) || info.isLedBy(leads))
                .toList();
    }

    private List<ClassInfo> with(String classId) {
        List<ClassInfo> all = combined.with(classId);
        if (all.isEmpty()) {
            throw Refused.notFound("record.no-such-class");
        }
        return all;
    }

    /** «1A», or «1A, 2A». */
    static String names(List<ClassInfo> classes) {
        return classes.stream().map(ClassInfo::name).collect(Collectors.joining(", "));
    }

    /** The columns of a sheet on which every grade finds its own. */
    static List<Column> columns(Stream<List<Column>> ofEach) {
        Map<String, Column> all = new LinkedHashMap<>();
        ofEach.sorted((one, other) -> other.size() - one.size())
                .forEach(columns -> columns.forEach(column -> all.putIfAbsent(column.key(), column)));
        return List.copyOf(all.values());
    }

    /**
     * A row on such a sheet: what its grade has not is closed.
     *
     * @param label the name with the class
     */
    static Row fitted(Row row, List<Column> columns, String label) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> exempt = new LinkedHashMap<>(row.exempt());
        for (Column column : columns) {
            values.put(column.key(), row.values().getOrDefault(column.key(), ""));
            if (!row.values().containsKey(column.key())) {
                exempt.put(column.key(), text("screens.sheet.closed.other-grade"));
            }
        }
        return new Row(
                row.id(),
                row.number(),
                label,
                row.sublabel(),
                row.version(),
                values,
                row.refused(),
                exempt,
                row.lockedReason(),
                row.hints());
    }
}
