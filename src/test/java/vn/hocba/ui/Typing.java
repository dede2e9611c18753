package vn.hocba.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** Types into a worksheet as a browser does. */
public final class Typing {

    private static final JsonMapper JSON = new JsonMapper();

    private Typing() {}

    /** The answer for one cell: row, column, accepted, value, reason, conflict. */
    public static JsonNode into(Worksheet sheet, String row, String column, String value) {
        return save(sheet, Map.of("row", row, "column", column, "value", value));
    }

    /** As {@link #into}, by somebody who saw another value before. */
    public static JsonNode over(Worksheet sheet, String row, String column, String value, String seen) {
        return save(sheet, Map.of("row", row, "column", column, "value", value, "seen", seen));
    }

    private static JsonNode save(Worksheet sheet, Map<String, String> edit) {
        try {
            String asked = JSON.writeValueAsString(List.of(edit));
            return JSON.readTree(sheet.save(asked, 0)).get(0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is offered for a cell. */
    public static String offers(Worksheet sheet, String row, String column) {
        return sheet.suggest(row, column);
    }
}
