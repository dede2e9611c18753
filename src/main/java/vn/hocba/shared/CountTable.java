package vn.hocba.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A table whose rows count the rows of other tables (docs/decisions/0016). {@link KeptCounts} writes it.
 *
 * @param key its primary key
 * @param columns all others, with what becomes of a value that is given for a row that is there
 */
public record CountTable(String name, List<String> key, Map<String, Column> columns) {

    private static final List<String> OF_SCHOOLS = List.of("school_id", "school_year");

    /** What becomes of a given value. */
    public enum Column {
        /** A number that is added. */
        ADDED("%2$s = %1$s.%2$s + values(%2$s)", "sum(%s)"),
        /** A text that takes the place of the former. */
        LAST("%2$s = values(%2$s)", "max(%s)"),
        /** An instant (see {@link UtcTimes#bind}) that counts if it is later than the former. */
        LATEST("%2$s = greatest(%1$s.%2$s, values(%2$s))", "max(%s)");

        private final String update;
        private final String together;

        Column(String update, String together) {
            this.update = update;
            this.together = together;
        }
    }

    /** One that has nothing but numbers. */
    public static CountTable of(String name, List<String> key, List<String> numbers) {
        Map<String, Column> columns = new LinkedHashMap<>();
        numbers.forEach(number -> columns.put(number, Column.ADDED));
        return new CountTable(name, key, columns);
    }

    /** Whether each row belongs to a school and a school year, which its key begins with. */
    boolean isOfSchools() {
        return key.subList(0, 2).equals(OF_SCHOOLS);
    }

    /** Adds to a row, which comes to be where it is not there. */
    String add() {
        List<String> all = all();
        return "insert into " + name + " (" + String.join(", ", all) + ") values ("
                + all.stream().map(column -> "?").collect(Collectors.joining(", ")) + ") on duplicate key update "
                + each((column, kind) -> kind.update.formatted(name, column));
    }

    /**
     * By how much these counts differ from what they count: one row for each row of counts that is wrong or missing. One statement sees both as they are
     * committed together, so that nobody has to be stopped.
     */
    String difference(CountCheck check) {
        String keys = String.join(", ", key);
        String numbers = each((column, kind) -> kind == Column.ADDED ? "-" + column + " as " + column : column);
        String sums = each((column, kind) -> kind.together.formatted(column) + " as " + by(column));
        String wrong = columns.entrySet().stream()
                .filter(column -> column.getValue() == Column.ADDED)
                .map(column -> " or sum(" + column.getKey() + ") <> 0")
                .collect(Collectors.joining());
        return "select " + keys + ", " + sums + " from (select " + keys + ", " + numbers + ", 1 as kept from " + name
                + " where " + check.kept() + " union all select r.*, 0 from (" + check.rows() + ") r) counted group by "
                + keys + " having max(kept) = 0" + wrong;
    }

    /** What {@link #difference} calls the difference in a column: not as the column, which its condition reads too. */
    static String by(String column) {
        return "by_" + column;
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(key);
        all.addAll(columns.keySet());
        return all;
    }

    private String each(BiFunction<String, Column, String> text) {
        return columns.entrySet().stream()
                .map(column -> text.apply(column.getKey(), column.getValue()))
                .collect(Collectors.joining(", "));
    }
}
