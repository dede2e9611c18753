package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hocba.shared.Refused;
import vn.hocba.ui.Worksheet.CellResult;
import vn.hocba.ui.Worksheet.Column;
import vn.hocba.ui.Worksheet.Row;

/** What a {@link Worksheet} and its script in the browser say to each other. */
final class WorksheetJson {

    private static final int LARGEST_REQUEST = 2_000_000;
    private static final int MOST_EDITS = 1_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TEXTS = List.of(
            "name",
            "cell",
            "undo",
            "undoKey",
            "redo",
            "redoKey",
            "retry",
            "keys",
            "keysText",
            "problems",
            "ready",
            "saving",
            "saved",
            "unsaved",
            "unsavedEnded",
            "unkept",
            "held",
            "undecided",
            "wrong",
            "leftOut",
            "undone",
            "redone",
            "leftAlone",
            "noText",
            "rowChanged",
            "badLevel",
            "badInteger",
            "tooLong",
            "bank",
            "bankKey",
            "bankEmpty",
            "offerLabel",
            "offer",
            "offerDisputed",
            "offerCells",
            "offerCell",
            "gone",
            "restore",
            "discard",
            "discardLabel",
            "conflicts",
            "conflict",
            "conflictCell",
            "keepMine",
            "takeTheirs",
            "closedTyped",
            "empty");

    private WorksheetJson() {}

    /** @param seen the stored value that the person saw; null where it is not told */
    record Typed(String row, String column, String value, String seen) {

        Typed {
            if (row == null || column == null || value == null) {
                throw new IllegalArgumentException("an edit has a row, a column and a value");
            }
        }
    }

    static List<Typed> read(String json) {
        if (json.length() > LARGEST_REQUEST) {
            throw Refused.invalid("ui.worksheet.too-much", MOST_EDITS);
        }
        try {
            List<Typed> typed = JSON.readValue(json, new TypeReference<List<Typed>>() {});
            if (typed.size() > MOST_EDITS) {
                throw Refused.invalid("ui.worksheet.too-much", MOST_EDITS);
            }
            return typed;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a list of edits", e);
        }
    }

    /** What the browser need not keep any more: typed values that are stored. */
    static List<Map<String, String>> taken(List<Typed> typed, List<CellResult> results) {
        Set<String> accepted = results.stream()
                .filter(CellResult::accepted)
                .map(result -> result.rowId() + " " + result.column())
                .collect(Collectors.toSet());
        return typed.stream()
                .filter(one -> accepted.contains(one.row() + " " + one.column()))
                .map(one -> Map.of("row", one.row(), "column", one.column(), "value", one.value()))
                .toList();
    }

    static Map<String, Object> describe(Column column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", column.key());
        json.put("label", column.label());
        json.put("kind", column.kind().name().toLowerCase(Locale.ROOT));
        json.put("allowed", column.allowed());
        json.put("min", column.min());
        json.put("max", column.max());
        json.put("maxLength", column.maxLength());
        json.put("required", column.required());
        json.put("hint", column.hint());
        json.put("single", column.single());
        return json;
    }

    static Map<String, Object> describe(Row row) {
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

    static List<Map<String, Object>> describe(List<CellResult> results) {
        List<Map<String, Object>> json = new ArrayList<>();
        for (CellResult result : results) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("row", result.rowId());
            one.put("column", result.column());
            one.put("accepted", result.accepted());
            one.put("value", result.storedValue());
            one.put("reason", result.reason());
            one.put("conflict", result.conflict());
            one.put("held", result.held());
            json.add(one);
        }
        return json;
    }

    /** Patterns keep their {0}: the browser fills them. */
    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : TEXTS) {
            texts.put(key, text("ui.worksheet.browser." + key));
        }
        return texts;
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings are always JSON", e);
        }
    }
}
