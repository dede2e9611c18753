package vn.hocba.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import vn.hocba.assessment.Part;

/** What a version says, part by part and cell by cell; the reward is not among it. */
final class SnapshotCells {

    /** What stands in the place of the level of an exempt pupil. */
    static final String EXEMPT = "M";

    private SnapshotCells() {}

    static Map<String, Map<String, String>> of(RecordSnapshot version) {
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        for (RecordSnapshot.SubjectMarks row : version.subjects()) {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("level", row.exempt() ? EXEMPT : row.level());
            cells.put("mark", Objects.toString(row.mark(), null));
            cells.put("comment", row.comment());
            parts.put(row.code(), cells);
        }
        RecordSnapshot.Summary summary = version.summary();
        Map<String, String> cells = new LinkedHashMap<>();
        version.traits().forEach(row -> cells.put(row.code(), row.level()));
        cells.put("excused", Objects.toString(summary.excusedAbsences(), null));
        cells.put("unexcused", Objects.toString(summary.unexcusedAbsences(), null));
        cells.put("heightCm", Objects.toString(summary.heightCm(), null));
        cells.put("weightKg", Objects.toString(summary.weightKg(), null));
        cells.put("comment", summary.homeroomComment());
        parts.put(Part.CLASS, cells);
        return parts;
    }
}
