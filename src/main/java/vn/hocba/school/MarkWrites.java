package vn.hocba.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import vn.hocba.assessment.Curriculum.Trait;
import vn.hocba.assessment.YearCurriculum;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Change;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.ImportedMarks.Marks;

/** What one upload writes of marks: new rows, and what stored ones become. */
final class MarkWrites {

    private final KnownSchool school;
    private final YearCurriculum curriculum;
    private final ImportPlan plan;
    private final Map<String, ImportedMarkRow> storedRows = new HashMap<>();
    private final List<ImportedMarkRow> freshRows = new ArrayList<>();
    private final Set<String> changedClasses = new HashSet<>();

    MarkWrites(KnownSchool school, YearCurriculum curriculum, ImportPlan plan, List<ImportedMarkRow> stored) {
        this.school = school;
        this.curriculum = curriculum;
        this.plan = plan;
        stored.forEach(row -> storedRows.put(key(row.pupilId, row.part), row));
    }

    List<ImportedMarkRow> fresh() {
        return freshRows;
    }

    /** In an order that does not change from run to run. */
    List<String> changedClasses() {
        return changedClasses.stream().sorted().toList();
    }

    /** Plans what a row says, where it may be taken. */
    void add(RowReader row, String pupilId, String part, String partName, Marks marks) {
        Place place = row.place();
        if (!row.usable()) {
            plan.leftOut(place, Thing.MARK);
            return;
        }
        EnrolmentStatus status = school.statusByPupilId.get(pupilId);
        if (status != EnrolmentStatus.STUDYING) {
            row.warning(Column.MOET_CODE, "school.marks.not-studying", status.term());
            plan.leftOut(place, Thing.MARK);
            return;
        }
        String classId = school.classByPupilId.get(pupilId);
        ImportedMarkRow stored = storedRows.get(key(pupilId, part));
        if (stored == null) {
            ImportedMarkRow fresh = new ImportedMarkRow();
            fresh.classId = classId;
            fresh.pupilId = pupilId;
            fresh.part = part;
            fresh.payload = marks.stored();
            freshRows.add(fresh);
            changedClasses.add(classId);
            plan.created(place, Thing.MARK);
            return;
        }
        Marks before = Marks.of(stored.payload);
        String who = school.nameByPupilId.get(pupilId) + " ("
                + row.moetCode(Column.MOET_CODE, school.pupilIdByCode.keySet()) + ") – " + partName;
        List<Change> changes = changes(place, who, before, marks);
        changes.forEach(plan::change);
        plan.changedOrNot(place, Thing.MARK, !changes.isEmpty());
        if (!changes.isEmpty()) {
            changedClasses.add(classId);
            String payload = marks.stored();
            plan.write(() -> stored.payload = payload);
        }
    }

    private List<Change> changes(Place place, String who, Marks before, Marks after) {
        SheetTable table = place.table();
        Map<String, Object[]> values = new TreeMap<>();
        values.put(table.header(Column.LEVEL), new Object[] {before.level(), after.level()});
        values.put(table.header(Column.TEST_MARK), new Object[] {before.mark(), after.mark()});
        values.put("Miễn", new Object[] {before.exempt(), after.exempt()});
        values.put(table.header(Column.COMMENT), new Object[] {before.comment(), after.comment()});
        values.put(table.header(Column.EXCUSED), new Object[] {before.excused(), after.excused()});
        values.put(table.header(Column.UNEXCUSED), new Object[] {before.unexcused(), after.unexcused()});
        Map<String, String> traitsBefore = before.traits() == null ? Map.of() : before.traits();
        Map<String, String> traitsAfter = after.traits() == null ? Map.of() : after.traits();
        Set<String> codes = new HashSet<>(traitsBefore.keySet());
        codes.addAll(traitsAfter.keySet());
        codes.forEach(code -> values.put(
                curriculum
                        .trait(code)
                        .map(Trait::name)
                        .or(() -> ClassColumns.header(table, code))
                        .orElse(code),
                new Object[] {traitsBefore.get(code), traitsAfter.get(code)}));
        return values.entrySet().stream()
                .filter(e -> !Objects.equals(e.getValue()[0], e.getValue()[1]))
                .map(e -> new Change(
                        place.file(),
                        table.sheet(),
                        place.row().number(),
                        Thing.MARK,
                        who,
                        e.getKey(),
                        Wanted.shown(e.getValue()[0]),
                        Wanted.shown(e.getValue()[1])))
                .toList();
    }

    private static String key(String pupilId, String part) {
        return pupilId + " " + part;
    }
}
