package vn.hocba.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.school.ImportedMarks;

/** What workbooks brought comes into a record where nobody has said anything yet. */
record Imported(YearRecord record, Regulation regulation) {

    void fill(List<ImportedMarks.Row> rows) {
        for (ImportedMarks.Row row : rows) {
            boolean listed = row.part().equals(ImportedMarks.LISTED);
            if (listed) {
                assessAsListed(row.cells());
            }
            fill(listed ? Part.CLASS : row.part(), row.cells());
        }
    }

    /** What a person has decided, whatever it was, stays. */
    private void assessAsListed(Map<String, String> cells) {
        String by = cells.get(Contents.ASSESSED_BY);
        if (by != null
                && regulation.knowsPlans()
                && record.assessedBy().hasResult()
                && record.assessedGround() == null) {
            record.assess(AssessedBy.valueOf(by), cells.get(Contents.ASSESSED_GROUND));
        }
    }

    private void fill(String part, Map<String, String> said) {
        Optional<RecordPart> open = record.findPart(part).filter(own -> !own.finished());
        Optional<Part> form = regulation.part(record.grade(), part);
        if (open.isPresent() && form.isPresent()) {
            Map<String, String> cells = new LinkedHashMap<>();
            form.get().cells().forEach(cell -> cells.put(cell.code(), said.get(cell.code())));
            cells.putAll(open.get().cells());
            open.get().replace(cells);
        }
    }
}
