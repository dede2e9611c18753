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

    /** The answer for one cell: row, column, accepted, value, reason. */
    public static JsonNode into(Worksheet sheet, String row, String column, String value) {
        try {
            String asked = JSON.writeValueAsString(List.of(Map.of("row", row, "column", column, "value", value)));
            return JSON.readTree(sheet.save(asked)).get(0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is offered for a cell. */
    public static String offers(Worksheet sheet, String row, String column) {
        return sheet.suggest(row, column);
    }
}
