package vn.hocba.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Reward;

/**
 * What stands in the record itself and counts among what was entered.
 *
 * @param decided what the principal decided about the end of the year; null for nothing
 */
record Beside(Reward reward, AssessedBy assessedBy, Boolean decided) {

    /** As {@link #with(int, Map)}. */
    Contents with(int grade, List<RecordPart> parts) {
        Map<String, Map<String, String>> said = new LinkedHashMap<>();
        parts.forEach(part -> said.put(part.code(), part.cells()));
        return with(grade, said);
    }

    /** What was entered, by part and cell, with this in the class's part. */
    Contents with(int grade, Map<String, Map<String, String>> parts) {
        Map<String, String> more = cells();
        if (more.isEmpty() || !parts.containsKey(Part.CLASS)) {
            return new Contents(grade, parts);
        }
        Map<String, Map<String, String>> all = new LinkedHashMap<>(parts);
        Map<String, String> ofClass = new LinkedHashMap<>(parts.get(Part.CLASS));
        ofClass.putAll(more);
        all.put(Part.CLASS, ofClass);
        return new Contents(grade, all);
    }

    private Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        if (reward.cell() != null) {
            cells.put(YearRecord.REWARD, reward.cell());
        }
        if (!assessedBy.hasResult()) {
            cells.put(Contents.ASSESSED_BY, assessedBy.name());
            if (decided != null) {
                cells.put(Contents.PLAN_COMPLETED, decided ? Contents.YES : Contents.NO);
            }
        }
        return cells;
    }
}
