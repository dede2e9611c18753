package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hocba.shared.Refused;

/**
 * A class as a table to type in: a row per pupil, keys as in a spreadsheet, paste from Excel, saved by itself. The person sees per cell whether the server has
 * taken it. Rows that are locked, exempt cells and columns that do not exist never reach the {@link SaveHandler}, whatever a browser sends.
 */
@Tag("hocba-worksheet")
public class Worksheet extends Component implements HasSize {

    private static final long serialVersionUID = 1L;

    private static final int LARGEST_REQUEST = 2_000_000;
    private static final int MOST_EDITS = 1_000;
    private static final int LONGEST_VALUE = 8_000;
    private static final JsonMapper JSON = new JsonMapper();

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

        /** A required column of symbols. */
        public static Column level(String key, String label, List<String> allowed) {
            return new Column(key, label, Kind.LEVEL, allowed, 0, 0, 0, true, String.join(" · ", allowed));
        }

        /** A required column of whole numbers. */
        public static Column integer(String key, String label, int min, int max) {
            return new Column(key, label, Kind.INTEGER, List.of(), min, max, 0, true, min + "–" + max);
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

        /** A row that can be changed in every cell. */
        public static Row open(
                String id, int number, String label, String sublabel, long version, Map<String, String> values) {
            return new Row(id, number, label, sublabel, version, values, Map.of(), Map.of(), null);
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
     */
    public record CellResult(
            String rowId, String column, boolean accepted, String storedValue, String reason, long newRowVersion) {

        public static CellResult accepted(CellEdit edit, String storedValue, long newRowVersion) {
            return new CellResult(edit.rowId(), edit.column(), true, storedValue, null, newRowVersion);
        }

        public static CellResult refused(CellEdit edit, String storedValue, String reason, long rowVersion) {
            return new CellResult(edit.rowId(), edit.column(), false, storedValue, reason, rowVersion);
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

    /** Shows other rows; what was typed and not yet saved is lost. */
    public void setRows(Collection<Row> wanted) {
        rows.clear();
        versions.clear();
        keep(wanted);
        if (isAttached()) {
            load();
        }
    }

    /** Shows one row anew, for example locked after it was finished. */
    public void update(Row row) {
        keep(List.of(row));
        getElement().executeJs("this.update($0)", write(describe(row)));
    }

    /** Writes other small print below a name, or none; nobody who types is disturbed. */
    public void setSublabel(String rowId, String sublabel) {
        rows.computeIfPresent(rowId, (id, row) -> row.withSublabel(sublabel));
        getElement().executeJs("this.relabel($0, $1)", rowId, sublabel);
    }

    /** Shows other hints in the cells of a row; nobody who types is disturbed. */
    public void setHints(String rowId, Map<String, Hint> hints) {
        rows.computeIfPresent(rowId, (id, row) -> row.withHints(hints));
        getElement().executeJs("this.hints($0, $1)", rowId, write(hints));
    }

    /** Shows what became of cells outside {@link SaveHandler}, for example what «Hoàn tất» still misses. */
    public void show(List<CellResult> results) {
        results.forEach(result -> versions.put(result.rowId(), result.newRowVersion()));
        getElement().executeJs("this.answer($0)", write(describe(results)));
    }

    /** Puts the cursor into a cell. */
    public void focus(String rowId, String column) {
        getElement().executeJs("this.jump($0, $1)", rowId, column);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript(Assets.url(Assets.WORKSHEET));
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
        sheet.put("texts", texts());
        sheet.put("suggestions", suggestions != null);
        sheet.put("columns", columns.values().stream().map(Worksheet::describe).toList());
        sheet.put("rows", rows.values().stream().map(Worksheet::describe).toList());
        getElement().executeJs("this.load($0)", write(sheet));
    }

    /**
     * Called by the browser with what was typed: {@code [{"row":…,"column":…,"value":…}]}.
     *
     * @return {@code [{"row":…,"column":…,"accepted":…,"value":…,"reason":…}]}
     */
    @ClientCallable
    String save(String json) {
        List<CellEdit> asked = new ArrayList<>();
        List<CellResult> results = new ArrayList<>();
        for (Typed typed : read(json)) {
            long version = versions.getOrDefault(typed.row(), 0L);
            CellEdit edit = new CellEdit(
                    typed.row(), typed.column(), Normalizer.normalize(typed.value(), Normalizer.Form.NFC), version);
            String objection = objectionTo(edit);
            if (objection == null) {
                asked.add(edit);
            } else {
                results.add(CellResult.refused(edit, storedValue(edit), objection, version));
            }
        }
        results.addAll(decide(asked));
        return write(describe(results));
    }

    /** Called by the browser; answers {@code ["…", …]}. */
    @ClientCallable
    String suggest(String rowId, String column) {
        boolean asked = suggestions != null && rows.containsKey(rowId) && columns.containsKey(column);
        return write(asked ? suggestions.of(rowId, column) : List.of());
    }

    private List<CellResult> decide(List<CellEdit> edits) {
        if (edits.isEmpty()) {
            return List.of();
        }
        try {
            List<CellResult> results = handler.save(edits);
            results.forEach(result -> versions.put(result.rowId(), result.newRowVersion()));
            return results;
        } catch (Refused refused) {
            String reason = refused.text(Wording.locale());
            return edits.stream()
                    .map(edit -> CellResult.refused(edit, storedValue(edit), reason, edit.rowVersion()))
                    .toList();
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

    private String storedValue(CellEdit edit) {
        Row row = rows.get(edit.rowId());
        return row == null ? "" : row.values().getOrDefault(edit.column(), "");
    }

    private record Typed(String row, String column, String value) {

        Typed {
            if (row == null || column == null || value == null) {
                throw new IllegalArgumentException("an edit has a row, a column and a value");
            }
        }
    }

    private static List<Typed> read(String json) {
        if (json.length() > LARGEST_REQUEST) {
            throw new Refused("ui.worksheet.too-much", MOST_EDITS);
        }
        try {
            List<Typed> typed = JSON.readValue(json, new TypeReference<List<Typed>>() {});
            if (typed.size() > MOST_EDITS) {
                throw new Refused("ui.worksheet.too-much", MOST_EDITS);
            }
            return typed;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a list of edits", e);
        }
    }

    private static Map<String, Object> describe(Column column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", column.key());
        json.put("label", column.label());
        json.put("kind", column.kind().name().toLowerCase(java.util.Locale.ROOT));
        json.put("allowed", column.allowed());
        json.put("min", column.min());
        json.put("max", column.max());
        json.put("maxLength", column.maxLength());
        json.put("required", column.required());
        json.put("hint", column.hint());
        json.put("single", column.single());
        return json;
    }

    private static Map<String, Object> describe(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.id());
        json.put("number", row.number());
        json.put("label", row.label());
        json.put("sublabel", row.sublabel());
        json.put("values", row.values());
        json.put("refused", row.refused());
        json.put("exempt", row.exempt());
        json.put("locked", row.isLocked());
        json.put("lockedReason", row.lockedReason());
        json.put("hints", row.hints());
        return json;
    }

    private static List<Map<String, Object>> describe(List<CellResult> results) {
        List<Map<String, Object>> json = new ArrayList<>();
        for (CellResult result : results) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("row", result.rowId());
            one.put("column", result.column());
            one.put("accepted", result.accepted());
            one.put("value", result.storedValue());
            one.put("reason", result.reason());
            json.add(one);
        }
        return json;
    }

    /** Patterns keep their {0}: the browser fills them. */
    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : List.of(
                "name",
                "cell",
                "undo",
                "retry",
                "keys",
                "keysText",
                "problems",
                "ready",
                "saving",
                "saved",
                "unsaved",
                "unsavedCell",
                "wrong",
                "leftOut",
                "badLevel",
                "badInteger",
                "tooLong",
                "bank",
                "bankKey",
                "bankEmpty")) {
            texts.put(key, text("ui.worksheet.browser." + key));
        }
        return texts;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings are always JSON", e);
        }
    }
}
