package vn.hocba.steps.ui;

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
 * Stores what is typed into a worksheet of one part of a class. Where a row went on in the meantime without any of its values changing (the record moved to
 * the next step), what was typed is stored all the same; where somebody else changed a value, the person sees the new values first.
 */
final class SheetSaving implements Worksheet.SaveHandler {

    private final String part;
    private final EnterMarks enterMarks;
    private final Supplier<List<Row>> read;
    private final BiConsumer<Map<String, Row>, Map<String, Row>> afterwards;
    private Map<String, Row> shown = Map.of();

    /**
     * @param read the rows as the database holds them
     * @param afterwards is told the rows before and after each save
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
                .filter(edit -> onlyWentOn(edit, outcomes.get(edit), fresh))
                .toList();
        if (!again.isEmpty()) {
            enter(again, fresh, outcomes);
        }
        Map<String, Row> now = again.isEmpty() ? fresh : byId(read.get());
        Map<String, Row> before = shown;
        shown = now;
        afterwards.accept(before, now);
        List<CellResult> results = new ArrayList<>();
        for (CellEdit edit : edits) {
            results.add(result(edit, outcomes.get(edit), now.get(edit.rowId())));
        }
        return results;
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

    private boolean onlyWentOn(CellEdit edit, Entry.Outcome outcome, Map<String, Row> now) {
        Row before = shown.get(edit.rowId());
        Row after = now.get(edit.rowId());
        boolean refusedUnseen = !outcome.accepted() && outcome.rowVersion() == edit.rowVersion();
        return refusedUnseen
                && before != null
                && after != null
                && after.lockedReason() == null
                && before.version() == edit.rowVersion()
                && after.version() != before.version()
                && after.values().equals(before.values());
    }

    private static CellResult result(CellEdit edit, Entry.Outcome outcome, Row now) {
        long version = now == null ? edit.rowVersion() : now.version();
        if (outcome.accepted()) {
            return CellResult.accepted(edit, outcome.stored(), version);
        }
        String stored = now == null ? "" : now.values().getOrDefault(edit.column(), "");
        return CellResult.refused(edit, stored, outcome.reason(), version);
    }

    private static Map<String, Row> byId(Collection<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::id, Function.identity()));
    }
}
