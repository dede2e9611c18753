package vn.hocba.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.ClassSheets.RefusedCell;
import vn.hocba.shared.Refused;

/** What was typed into the sheets of a class and refused, with the reason that the regulation gives today. */
@Component
class RefusedCells {

    private final RefusedEntryRepository refusedEntries;

    RefusedCells(RefusedEntryRepository refusedEntries) {
        this.refusedEntries = refusedEntries;
    }

    /** What is kept aside for a part, by record. */
    Map<String, List<RefusedEntry>> of(String classId, String part) {
        return refusedEntries.ofClass(classId, part).stream()
                .collect(Collectors.groupingBy(entry -> entry.yearRecordId));
    }

    /** By cell, each with its reason; that is empty where the text alone may stand there. */
    static Map<String, RefusedCell> explained(
            List<RefusedEntry> entries, Regulation regulation, int grade, String part) {
        Map<String, RefusedCell> cells = new LinkedHashMap<>();
        for (RefusedEntry entry : entries) {
            cells.put(entry.field, new RefusedCell(entry.entered, reason(entry, regulation, grade, part)));
        }
        return cells;
    }

    private static String reason(RefusedEntry entry, Regulation regulation, int grade, String part) {
        try {
            regulation.read(grade, part, entry.field, entry.entered);
            return "";
        } catch (Refused refusal) {
            return refusal.getMessage();
        }
    }

    /** Why a title was refused, the record's own result says. */
    static Map<String, RefusedCell> explained(
            List<RefusedEntry> refused, Regulation regulation, int grade, Outcome assessed) {
        Map<String, RefusedCell> cells = explained(refused, regulation, grade, Part.CLASS);
        cells.computeIfPresent(
                YearRecord.REWARD,
                (field, cell) -> cell.reason().isEmpty()
                        ? new RefusedCell(
                                cell.entered(), RewardKeeping.reasonAgainst(regulation, cell.entered(), assessed))
                        : cell);
        return cells;
    }
}
