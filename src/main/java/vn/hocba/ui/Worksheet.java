package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hocba.shared.Refused;

/**
 * A class as a table to type in: a row per pupil, keys as in a spreadsheet, paste from Excel, saved by itself. The person sees per cell whether the server has
 * taken it; where another value than the one that was seen is stored, the person chooses. Rows that are locked, exempt cells and columns that do not exist never reach the {@link SaveHandler}, whatever a browser sends.
 */
@Tag("hocba-worksheet")
public class Worksheet extends Component implements HasSize {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_VALUE = 8_000;

    /** What may stand in a cell. */
    public enum Kind {
        /** One of a few symbols, such as T, H, C; typed small, shown large. */
        LEVEL,
        /** A whole number. */
        INTEGER,
        /** Words; grows with its content. */
        TEXT
    }

    /**
     * A column.
     *
     * @param allowed symbols of a {@link Kind#LEVEL}, else empty
     * @param min of an {@link Kind#INTEGER}
     * @param max of an {@link Kind#INTEGER}
     * @param maxLength of a {@link Kind#TEXT} in characters
     * @param required told to screen readers; the server decides when it matters
     * @param hint small print in the head, or null
     * @param single whether a suggestion replaces what stands in the cell, instead of following it
     */
    public record Column(
            String key,
            String label,
            Kind kind,
            List<String> allowed,
            int min,
            int max,
            int maxLength,
            boolean required,
            String hint,
            boolean single) {

        public Column {
            allowed = List.copyOf(allowed);
        }

        public Column(
                String key,
                String label,
                Kind kind,
                List<String> allowed,
                int min,
                int max,
                int maxLength,
                boolean required,
                String hint) {
            this(key, label, kind, allowed, min, max, maxLength, required, hint, false);
        }

        /** A column of words. */
        public static Column words(String key, String label, int maxLength, boolean required) {
            return new Column(key, label, Kind.TEXT, List.of(), 0, 0, maxLength, required, null);
        }

        /** A column of words that holds one of a few suggestions, or words of one's own. */
        public static Column choice(String key, String label, int maxLength, String hint) {
            return new Column(key, label, Kind.TEXT, List.of(), 0, 0, maxLength, false, hint, true);
        }
    }

    /**
     * Something worth a look in a cell that is right as it stands.
     *
     * @param words what, as a sentence
     * @param proposal shown in the empty cell until the person decides; null for none
     */
    public record Hint(String words, String proposal) {}

    /** A value that the server refused and keeps beside the stored one, and why. */
    public record RefusedCell(String draft, String reason) {}

    /**
     * A pupil.
     *
     * @param number on the class list, from 1; there may be gaps where pupils have left
     * @param label the name
     * @param sublabel small below it, or null
     * @param version of the row in the database, against two people changing it at once
     * @param values stored, by column
     * @param refused drafts that were refused, by column
     * @param exempt cells that are not asked for, by column, with the word shown in them («Miễn»)
     * @param lockedReason why the row cannot be changed; null when it can
     * @param hints what is worth a look, by column
     */
    public record Row(
            String id,
            int number,
            String label,
            String sublabel,
            long version,
            Map<String, String> values,
            Map<String, RefusedCell> refused,
            Map<String, String> exempt,
            String lockedReason,
            Map<String, Hint> hints) {

        public Row {
            refused = Map.copyOf(refused);
            exempt = Map.copyOf(exempt);
            hints = Map.copyOf(hints);
        }

        /** A row in which nothing is worth a look. */
        public Row(
                String id,
                int number,
                String label,
                String sublabel,
                long version,
                Map<String, String> values,
                Map<String, RefusedCell> refused,
                Map<String, String> exempt,
                String lockedReason) {
            this(id, number, label, sublabel, version, values, refused, exempt, lockedReason, Map.of());
        }

        boolean isLocked() {
            return lockedReason != null;
        }

        Row withHints(Map<String, Hint> other) {
            return new Row(id, number, label, sublabel, version, values, refused, exempt, lockedReason, other);
        }

        Row withSublabel(String other) {
            return new Row(id, number, label, other, version, values, refused, exempt, lockedReason, hints);
        }

        /** As the database holds it after some cells were stored. */
        public Row with(Map<String, String> others) {
            Map<String, String> all = new LinkedHashMap<>(values);
            all.putAll(others);
            return new Row(id, number, label, sublabel, version, all, refused, exempt, lockedReason, hints);
        }
    }

    /**
     * A value a person typed or pasted.
     *
     * @param value composed (NFC); empty when the cell was cleared
     * @param rowVersion the version of the row that the person saw
     */
    public record CellEdit(String rowId, String column, String value, long rowVersion) {}

    /**
     * What became of an edit.
     *
     * @param storedValue what the database holds now
     * @param reason why it was refused; null when it was accepted
     * @param newRowVersion of the row in the database now
     * @param conflict refused because the database holds another value than the person saw: the person chooses between the two
     * @param held refused for the row or the person without a look at the value: the server keeps nothing of it, so the browser does
     */
    public record CellResult(
            String rowId,
            String column,
            boolean accepted,
            String storedValue,
            String reason,
            long newRowVersion,
            boolean conflict,
            boolean held) {

        /** A value that nobody typed: it follows from another cell of the row. */
        public static CellResult follows(Row row, String column) {
            return new CellResult(row.id(), column, true, row.values().get(column), null, row.version(), false, false);
        }

        public static CellResult accepted(CellEdit edit, String storedValue, long newRowVersion) {
            return new CellResult(edit.rowId(), edit.column(), true, storedValue, null, newRowVersion, false, false);
        }

        /** A value that the rules refuse; the server keeps it beside the stored one. */
        public static CellResult refused(CellEdit edit, String storedValue, String reason, long rowVersion) {
            return new CellResult(edit.rowId(), edit.column(), false, storedValue, reason, rowVersion, false, false);
        }

        /** A value that nobody looked at: this person may not write into this row, or not now. */
        public static CellResult held(CellEdit edit, String storedValue, String reason, long rowVersion) {
            return new CellResult(edit.rowId(), edit.column(), false, storedValue, reason, rowVersion, false, true);
        }

        /** Somebody else was faster in this cell. */
        public static CellResult conflict(CellEdit edit, String storedValue, String reason, long rowVersion) {
            return new CellResult(edit.rowId(), edit.column(), false, storedValue, reason, rowVersion, true, false);
        }
    }

    /** Stores edits; checks permission and rules itself. */
    @FunctionalInterface
    public interface SaveHandler {

        /** @return one result per edit, in any order. A {@link Refused} thrown refuses all of them with its reason. */
        List<CellResult> save(List<CellEdit> edits);
    }

    /** The bank of comments. */
    @FunctionalInterface
    public interface Suggestions {

        /** What fits this pupil and column, best first. */
        List<String> of(String rowId, String column);
    }

    private final String label;
    private final Map<String, Column> columns;
    private final transient SaveHandler handler;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private transient Suggestions suggestions;
    private String owner;
    private String address;
    private final AskedEdits asked = new AskedEdits();

    /** @param label what screen readers call the table: «Toán, lớp 4A» */
    public Worksheet(String label, List<Column> columns, Collection<Row> rows, SaveHandler handler) {
        this.label = label;
        this.columns = columns.stream()
                .collect(Collectors.toMap(Column::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        this.handler = handler;
        keep(rows);
    }

    /** Offers a bank of comments in columns of words: F4, or the button in the cell. */
    public void setSuggestions(Suggestions bank) {
        suggestions = bank;
    }

    /**
     * Keeps what is typed in the browser until the server has it, and offers it again to the same person at the same sheet. Without this it lives as long as
     * the page.
     *
     * @param owner of what is typed: an account's id
     * @param address of the screen, relative to the application: «so-mon/…/TOAN»
     */
    public void keepUnsaved(String owner, String address) {
        this.owner = owner;
        this.address = address;
    }

    /** Shows one row anew, and tells the person where somebody else has changed a value in it. */
    public void update(Row row) {
        keep(List.of(row));
        getElement().executeJs("this.update($0)", WorksheetJson.write(WorksheetJson.describe(row)));
    }

    /** Shows one row anew after an action of the person, who therefore knows of it. */
    public void refresh(Row row) {
        keep(List.of(row));
        getElement().executeJs("this.update($0, true)", WorksheetJson.write(WorksheetJson.describe(row)));
    }

    /** Writes other small print below a name, or none; nobody who types is disturbed. */
    public void setSublabel(String rowId, String sublabel) {
        rows.computeIfPresent(rowId, (id, row) -> row.withSublabel(sublabel));
        getElement().executeJs("this.relabel($0, $1)", rowId, sublabel);
    }

    /** Shows other hints in the cells of a row; nobody who types is disturbed. */
    public void setHints(String rowId, Map<String, Hint> hints) {
        rows.computeIfPresent(rowId, (id, row) -> row.withHints(hints));
        getElement().executeJs("this.hints($0, $1)", rowId, WorksheetJson.write(hints));
    }

    /** Shows what became of cells outside {@link SaveHandler}, for example what «Hoàn tất» still misses. */
    public void show(List<CellResult> results) {
        for (CellResult result : results) {
            String before = storedValue(result.rowId(), result.column());
            asked.remember(result.rowId(), result.column(), before, orEmpty(result.storedValue()));
        }
        learn(results);
        getElement().executeJs("this.answer($0)", WorksheetJson.write(WorksheetJson.describe(results)));
    }

    /** Puts the cursor into a cell. */
    public void focus(String rowId, String column) {
        getElement().executeJs("this.jump($0, $1)", rowId, column);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(Assets.url(Assets.WORKSHEET));
        load();
    }

    private void keep(Collection<Row> wanted) {
        for (Row row : wanted) {
            rows.put(row.id(), row);
            versions.put(row.id(), row.version());
        }
    }

    private void load() {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("label", label);
        sheet.put("texts", WorksheetJson.texts());
        sheet.put("suggestions", suggestions != null);
        sheet.put("owner", owner);
        sheet.put("address", address);
        sheet.put(
                "columns",
                columns.values().stream().map(WorksheetJson::describe).toList());
        sheet.put("rows", rows.values().stream().map(WorksheetJson::describe).toList());
        getElement().executeJs("this.load($0)", WorksheetJson.write(sheet));
    }

    /** Answers go with the element they are for: where «back» overtook the last one, the page itself is told what need not be kept any more. */
    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (owner != null) {
            event.getUI()
                    .getPage()
                    .executeJs(
                            "window.hocbaUnsaved && window.hocbaUnsaved.stored($0, $1, $2)",
                            owner,
                            address,
                            WorksheetJson.write(asked.taken()));
        }
    }

    /**
     * Called by the browser with what was typed: {@code [{"row":…,"column":…,"value":…,"seen":…}]}, where {@code seen} is the stored value that the person saw
     * before; without it nothing is compared.
     *
     * @param unanswered how many saves before this one the browser has had no answer to
     * @return {@code [{"row":…,"column":…,"accepted":…,"value":…,"reason":…,"conflict":…,"held":…}]}
     */
    @ClientCallable
    String save(String json, int unanswered) {
        List<CellEdit> edits = new ArrayList<>();
        List<CellResult> results = new ArrayList<>();
        List<WorksheetJson.Typed> all = WorksheetJson.read(json);
        for (WorksheetJson.Typed typed : all) {
            long version = versions.getOrDefault(typed.row(), 0L);
            CellEdit edit = new CellEdit(typed.row(), typed.column(), composed(typed.value()), version);
            String objection = objectionTo(edit);
            String stored = storedValue(edit.rowId(), edit.column());
            if (objection != null) {
                results.add(CellResult.held(edit, stored, objection, version));
            } else if (edit.value().equals(stored) || isSeen(typed, stored)) {
                edits.add(edit);
            } else {
                results.add(CellResult.conflict(edit, stored, text("ui.worksheet.conflict"), version));
            }
        }
        results.addAll(decide(edits));
        asked.took(WorksheetJson.taken(all, results), unanswered);
        return WorksheetJson.write(WorksheetJson.describe(results));
    }

    /** Called by the browser; answers {@code ["…", …]}. */
    @ClientCallable
    String suggest(String rowId, String column) {
        boolean asked = suggestions != null && rows.containsKey(rowId) && columns.containsKey(column);
        return WorksheetJson.write(asked ? suggestions.of(rowId, column) : List.of());
    }

    /** Whether the person typed over what is stored; the own value before, while its answer is under way, counts as what became of it. */
    private boolean isSeen(WorksheetJson.Typed typed, String stored) {
        if (typed.seen() == null) {
            return true;
        }
        String seen = composed(typed.seen());
        return seen.equals(stored) || asked.isOwn(typed.row(), typed.column(), seen, stored);
    }

    private List<CellResult> decide(List<CellEdit> edits) {
        if (edits.isEmpty()) {
            return List.of();
        }
        try {
            List<CellResult> results = handler.save(edits);
            learn(results);
            remember(edits, results);
            return results;
        } catch (Refused refused) {
            String reason = refused.text(Wording.locale());
            return edits.stream()
                    .map(edit ->
                            CellResult.held(edit, storedValue(edit.rowId(), edit.column()), reason, edit.rowVersion()))
                    .toList();
        }
    }

    private void remember(List<CellEdit> edits, List<CellResult> results) {
        Map<String, String> typed = edits.stream()
                .collect(Collectors.toMap(
                        edit -> edit.rowId() + " " + edit.column(), CellEdit::value, (first, second) -> second));
        results.stream().filter(result -> !result.conflict()).forEach(result -> {
            String value = typed.get(result.rowId() + " " + result.column());
            asked.remember(result.rowId(), result.column(), value, orEmpty(result.storedValue()));
        });
    }

    private void learn(List<CellResult> results) {
        for (CellResult result : results) {
            versions.put(result.rowId(), result.newRowVersion());
            String stored = orEmpty(result.storedValue());
            rows.computeIfPresent(result.rowId(), (id, row) -> row.with(Map.of(result.column(), stored)));
        }
    }

    private String objectionTo(CellEdit edit) {
        Row row = rows.get(edit.rowId());
        if (row == null || !columns.containsKey(edit.column())) {
            return text("ui.worksheet.no-such-cell");
        }
        if (row.isLocked()) {
            return text("ui.worksheet.locked", row.lockedReason());
        }
        if (row.exempt().containsKey(edit.column())) {
            return text("ui.worksheet.exempt");
        }
        if (edit.value().length() > LONGEST_VALUE) {
            return text("ui.worksheet.far-too-long", LONGEST_VALUE);
        }
        return null;
    }

    private String storedValue(String rowId, String column) {
        Row row = rows.get(rowId);
        return row == null ? "" : row.values().getOrDefault(column, "");
    }

    private static String composed(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    private static String orEmpty(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
