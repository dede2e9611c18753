package vn.hocba.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Policy data as a table in a file: cells between semicolons, the names of the columns in the first line, remarks behind {@code #}. The last column takes the
 * rest of the line, semicolons and all.
 */
public final class PolicyTable {

    private PolicyTable() {}

    /** A line. */
    public record Row(String file, Map<String, String> cells) {

        public Row {
            cells = Map.copyOf(cells);
        }

        /** @throws IllegalStateException when the table has no such column */
        public String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalStateException(file + " has no column " + column);
            }
            return cell;
        }
    }

    /**
     * The lines of a file that comes with the application.
     *
     * @param file such as {@code policy/subjects.csv}
     */
    public static List<Row> read(String file) {
        try (InputStream in = PolicyTable.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /**
     * The lines of a text.
     *
     * @param file for messages
     * @throws IllegalStateException when a line has too few cells
     */
    public static List<Row> parse(String file, String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<String> columns = Arrays.asList(lines.get(0).split(";", -1));
        return lines.stream()
                .skip(1)
                .map(line -> row(file, columns, line.split(";", columns.size())))
                .toList();
    }

    private static Row row(String file, List<String> columns, String[] cells) {
        if (cells.length < columns.size()) {
            throw new IllegalStateException(
                    file + ": a line needs " + columns.size() + " cells: " + String.join(";", cells));
        }
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            byName.put(columns.get(i), cells[i].strip());
        }
        return new Row(file, byName);
    }
}
