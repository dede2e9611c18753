package vn.hocba.desk.teacher.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.ui.Worksheet;
import vn.hocba.ui.Worksheet.CellEdit;
import vn.hocba.ui.Worksheet.CellResult;
import vn.hocba.ui.Worksheet.Row;

/**
 * Stores what is typed into a worksheet of one part of a class. Where a row went on in the meantime without this cell changing (the record moved to the next
 * step, another cell of the row was changed elsewhere), what was typed is stored and the new values of the row are shown; where somebody else changed the same
 * cell, nothing is stored and the person chooses between the two values.
 */
final class SheetSaving implements Worksheet.SaveHandler {

    private final String part;
    private final EnterMarks enterMarks;
    private final Supplier<List<Row>> read;
    private final BiConsumer<Map<String, Row>, Map<String, Row>> afterwards;
    private Map<String, Row> shown = Map.of();

    /**
     * @param read the rows as the database holds them
     * @param afterwards is told, after each save, the rows as the person sees them with what was stored, and the rows as they are
     */
    SheetSaving(
            String part,
            EnterMarks enterMarks,
            Supplier<List<Row>> read,
            BiConsumer<Map<String, Row>, Map<String, Row>> afterwards) {
        this.part = part;
        this.enterMarks = enterMarks;
        this.read = read;
        this.afterwards = afterwards;
    }

    /** What the person sees now. */
    void shows(Collection<Row> rows) {
        shown = byId(rows);
    }

    @Override
    public List<CellResult> save(List<CellEdit> edits) {
        Map<CellEdit, Entry.Outcome> outcomes = new HashMap<>();
        enter(edits, Map.of(), outcomes);
        Map<String, Row> fresh = byId(read.get());
        List<CellEdit> again = edits.stream()
                .filter(edit -> isUntouched(edit, outcomes.get(edit), fresh))
                .toList();
        if (!again.isEmpty()) {
            enter(again, fresh, outcomes);
        }
        Map<String, Row> now = again.isEmpty() ? fresh : byId(read.get());
        List<CellResult> results = new ArrayList<>();
        for (CellEdit edit : edits) {
            results.add(result(edit, outcomes.get(edit), now.get(edit.rowId())));
        }
        Map<String, Row> expected = expected(results);
        shown = now;
        afterwards.accept(expected, now);
        return results;
    }

    /** What the person would see without anybody else: the rows shown, with what was stored just now. */
    private Map<String, Row> expected(List<CellResult> results) {
        Map<String, Row> rows = new HashMap<>(shown);
        for (CellResult result : results) {
            if (result.accepted()) {
                rows.computeIfPresent(
                        result.rowId(), (id, row) -> row.with(Map.of(result.column(), result.storedValue())));
            }
        }
        return rows;
    }

    private void enter(List<CellEdit> edits, Map<String, Row> versions, Map<CellEdit, Entry.Outcome> outcomes) {
        List<Entry.Outcome> answers = enterMarks.enter(
                part,
                edits.stream()
                        .map(edit -> new Entry(
                                edit.rowId(),
                                edit.column(),
                                edit.value(),
                                versions.containsKey(edit.rowId())
                                        ? versions.get(edit.rowId()).version()
                                        : edit.rowVersion()))
                        .toList());
        for (int i = 0; i < edits.size(); i++) {
            outcomes.put(edits.get(i), answers.get(i));
        }
    }

    /** Refused for the row's version alone, while the cell still holds what the person saw in it. */
    private boolean isUntouched(CellEdit edit, Entry.Outcome outcome, Map<String, Row> now) {
        Row after = now.get(edit.rowId());
        return isLate(edit, outcome, after) && valueOf(after, edit).equals(valueOf(shown.get(edit.rowId()), edit));
    }

    private boolean isLate(CellEdit edit, Entry.Outcome outcome, Row after) {
        Row before = shown.get(edit.rowId());
        boolean refusedUnseen = !outcome.accepted() && outcome.rowVersion() == edit.rowVersion();
        return refusedUnseen
                && before != null
                && after != null
                && after.lockedReason() == null
                && after.version() != edit.rowVersion();
    }

    private CellResult result(CellEdit edit, Entry.Outcome outcome, Row now) {
        long version = now == null ? edit.rowVersion() : now.version();
        if (outcome.accepted()) {
            return CellResult.accepted(edit, outcome.stored(), version);
        }
        String stored = now == null ? "" : valueOf(now, edit);
        if (isLate(edit, outcome, now)) {
            return stored.equals(edit.value())
                    ? CellResult.accepted(edit, stored, version)
                    : CellResult.conflict(edit, stored, outcome.reason(), version);
        }
        return outcome.kept()
                ? CellResult.refused(edit, stored, outcome.reason(), version)
                : CellResult.held(edit, stored, outcome.reason(), version);
    }

    private static String valueOf(Row row, CellEdit edit) {
        return row.values().getOrDefault(edit.column(), "");
    }

    private static Map<String, Row> byId(Collection<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::id, Function.identity()));
    }
}
