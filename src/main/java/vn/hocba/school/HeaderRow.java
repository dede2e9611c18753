package vn.hocba.school;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.Headers;
import vn.hocba.school.workbook.SheetRow;

/**
 * The names of a table's columns, in one row or in several: «Cuối năm» above «Toán» above «Mức đạt được», «Điểm KTĐK» and «Nhận xét».
 *
 * @param firstRow the number of the row in which the names begin
 * @param lastRow the number of the row in which they end
 * @param names the own name of each column that has one, by position from 0
 * @param groups what stands above several of these, from the top, where it does
 * @param candidates the positions whose names are a column's, all equally exact: more than one where it cannot be decided
 */
record HeaderRow(
        int firstRow,
        int lastRow,
        Map<Integer, String> names,
        Map<Integer, List<String>> groups,
        Map<Column, List<Integer>> candidates) {

    /** Rows of names at most: groups, groups within them, columns. */
    static final int DEEPEST = 3;

    /** How much less exact a name is that stands under another one which says nothing of it. */
    private static final int UNDER_ANOTHER = 10;

    /** Longer ones are titles. */
    private static final int LONGEST_LONELY_GROUP = 30;

    private static final Pattern NO_NAME = Pattern.compile(".*\\d{3,}.*|\\(?\\d+\\)?");

    /** Whose facts are not the pupil's: «Dân tộc» under «Thông tin mẹ» is the mother's. */
    private static final Pattern RELATIVE =
            Pattern.compile(".*\\b(?:cha|me|phu huynh|giam ho)\\b.*|(?:thong tin )?(?:ve )?bo");

    /**
     * The names in rows that stand one below the other; where the lower ones are empty, an upper one has the name of a single column. Of merged cells only the
     * first holds the text, so that a group goes on until another begins or a column is empty.
     */
    static HeaderRow of(List<SheetRow> rows) {
        Map<Integer, String> names = new TreeMap<>();
        Map<Integer, List<String>> groups = new TreeMap<>();
        String[] open = new String[rows.size()];
        Arrays.fill(open, "");
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int i = 0; i < width; i++) {
            int lowest = -1;
            for (int level = 0; level < open.length; level++) {
                String text = rows.get(level).cell(i).text();
                if (!text.isEmpty()) {
                    Arrays.fill(open, level, open.length, "");
                    open[level] = text;
                    lowest = level;
                }
            }
            if (lowest >= 0) {
                names.put(i, open[lowest]);
                List<String> above = Arrays.stream(open, 0, lowest)
                        .filter(group -> !group.isEmpty())
                        .toList();
                if (!above.isEmpty()) {
                    groups.put(i, above);
                }
            }
            Arrays.fill(open, Math.max(lowest, 0), open.length, "");
        }
        return of(rows.get(0).number(), rows.get(rows.size() - 1).number(), names, groups);
    }

    /** Whether a row goes on with the names of those above it: words only, some of them where the last of these, which are no lonely title, has none. */
    static boolean goesOn(List<SheetRow> uppers, SheetRow lower) {
        SheetRow upper = uppers.get(uppers.size() - 1);
        boolean fills = false;
        for (int i = 0; i < lower.cells().size(); i++) {
            Cell cell = lower.cell(i);
            if (cell.number() != null
                    || cell.date() != null
                    || NO_NAME.matcher(cell.text()).matches()) {
                return false;
            }
            fills |= !cell.isEmpty() && upper.cell(i).isEmpty();
        }
        boolean lonely = names(uppers.size() == 1 ? upper : lower).size() == 1;
        return fills
                && lower.number() == upper.number() + 1
                && (!lonely || uppers.size() == 1 && isGroup(upper, lower));
    }

    /** «CKII» or «Phẩm chất» alone above some of the names is no title. */
    private static boolean isGroup(SheetRow upper, SheetRow lower) {
        Map.Entry<Integer, String> only = names(upper).entrySet().iterator().next();
        String key = Headers.key(only.getValue());
        return only.getValue().length() <= LONGEST_LONELY_GROUP
                && names(lower).keySet().stream()
                                .filter(at -> at < only.getKey())
                                .count()
                        > 1
                && (Period.of(key) != Period.NONE || TraitColumns.isGroup(key));
    }

    /** Where each known column stands; where several could be it, the one with the most exact name. */
    Map<Column, Integer> columns() {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        candidates.forEach((column, positions) -> columns.put(column, positions.get(0)));
        return columns;
    }

    /** How exactly each position is named for a column, 0 for the most exact; positions of others are not in it. */
    Map<Integer, Integer> exactness(Column column) {
        Map<Integer, Integer> exactness = new TreeMap<>();
        names.forEach((position, name) -> {
            Integer rank = ranks(name, groups.getOrDefault(position, List.of())).get(column);
            if (rank != null) {
                exactness.put(position, rank);
            }
        });
        return exactness;
    }

    /** What stands above a position, from 0, if it says that it is of a part of the year. */
    Optional<String> term(int position) {
        return groups.getOrDefault(position, List.of()).stream()
                .filter(group -> Period.of(Headers.key(group)) == Period.PART)
                .findFirst();
    }

    /** Whether a position, from 0, is of a comment, or of the code of one. */
    boolean isOfAComment(int position) {
        return Headers.key(names.get(position)).contains("nhan xet");
    }

    /** The own names of the positions that would be a column's if a term did not stand above them, with that. */
    List<String> ofTerms(Column column) {
        return names.entrySet().stream()
                .filter(name -> Column.named(Headers.key(name.getValue())).containsKey(column))
                .flatMap(name -> term(name.getKey()).stream().map(term -> "«" + term + " – " + name.getValue() + "»"))
                .toList();
    }

    private static HeaderRow of(
            int firstRow, int lastRow, Map<Integer, String> names, Map<Integer, List<String>> groups) {
        Map<Column, List<Integer>> candidates = new EnumMap<>(Column.class);
        Map<Column, Integer> best = new EnumMap<>(Column.class);
        names.forEach((position, name) -> ranks(name, groups.getOrDefault(position, List.of()))
                .forEach((column, rank) -> {
                    int known = best.getOrDefault(column, Integer.MAX_VALUE);
                    if (rank < known) {
                        best.put(column, rank);
                        candidates.put(column, new ArrayList<>(List.of(position)));
                    } else if (rank == known) {
                        candidates.get(column).add(position);
                    }
                }));
        return new HeaderRow(firstRow, lastRow, names, groups, candidates);
    }

    /** «3.1. Năng lực chung» as it would be without its number. */
    private static String withoutNumber(String key) {
        return key.replaceFirst("^(?:\\d+ )+", "");
    }

    /** How exactly a name, under others or not, is that of each column that it could be of. */
    private static Map<Column, Integer> ranks(String name, List<String> groups) {
        String key = Headers.key(name);
        List<String> above = groups.stream().map(Headers::key).toList();
        if (above.isEmpty()) {
            return Column.named(key);
        }
        List<Period> periods = above.stream().map(Period::of).toList();
        if (periods.contains(Period.PART)) {
            return Map.of();
        }
        Map<Column, Integer> together = new HashMap<>();
        above.stream().map(HeaderRow::withoutNumber).forEach(group -> {
            together.putAll(Column.named(group + " " + key));
            together.putAll(Column.named(key + " " + group));
        });
        boolean ofAColumn = above.stream()
                .flatMap(group -> Column.named(group).keySet().stream())
                .anyMatch(column -> column != Column.TERM_RESULT);
        if (!together.isEmpty()
                || ofAColumn
                || above.stream().anyMatch(group -> RELATIVE.matcher(group).matches())) {
            return together;
        }
        Map<Column, Integer> own = new HashMap<>(Column.named(key));
        own.replaceAll((column, rank) -> {
            if (periods.contains(Period.YEAR)) {
                return 0;
            }
            return periods.contains(Period.SECOND_TERM) ? Column.OF_THE_YEAR : rank + UNDER_ANOTHER;
        });
        return own;
    }

    private static Map<Integer, String> names(SheetRow row) {
        Map<Integer, String> names = new TreeMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty()) {
                names.put(i, row.cell(i).text());
            }
        }
        return names;
    }
}
