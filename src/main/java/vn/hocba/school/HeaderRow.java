package vn.hocba.school;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.Headers;
import vn.hocba.school.workbook.SheetRow;

/**
 * The names of a table's columns, in one row or in two: «Cuối năm» above «Mức đạt được», «Điểm KTĐK» and «Nhận xét».
 *
 * @param lastRow the number of the row in which the names end
 * @param names the own name of each column that has one, by position from 0
 * @param groups what stands above several of these, where it does
 * @param candidates the positions whose names are a column's, all equally exact: more than one where it cannot be decided
 */
record HeaderRow(
        int lastRow, Map<Integer, String> names, Map<Integer, String> groups, Map<Column, List<Integer>> candidates) {

    /** How much less exact a name is that stands under another one which says nothing of it. */
    private static final int UNDER_ANOTHER = 10;

    private static final Pattern NO_NAME = Pattern.compile(".*\\d{3,}.*|\\(?\\d+\\)?");
    private static final Pattern WHOLE_YEAR = Pattern.compile("cuoi nam( hoc)?|ca nam( hoc)?|ck|cn");
    private static final Pattern PART_OF_YEAR =
            Pattern.compile(".*\\b(?:giua|ki|(?:gk|hk|ghk)(?: ?(?:1|2|i|ii))?|ch?k ?(?:1|i)|dot)\\b.*");

    /** Whose facts are not the pupil's: «Dân tộc» under «Thông tin mẹ» is the mother's. */
    private static final Pattern RELATIVE =
            Pattern.compile(".*\\b(?:cha|me|phu huynh|giam ho)\\b.*|(?:thong tin )?(?:ve )?bo");

    static HeaderRow of(SheetRow row) {
        return of(row.number(), names(row), Map.of());
    }

    /** The names in two rows; where the lower one is empty, the upper one has the name of a single column. */
    static HeaderRow of(SheetRow upper, SheetRow lower) {
        Map<Integer, String> names = new TreeMap<>();
        Map<Integer, String> groups = new TreeMap<>();
        String group = "";
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            String above = upper.cell(i).text();
            String below = lower.cell(i).text();
            group = above.isEmpty() ? group : above;
            if (below.isEmpty()) {
                group = "";
                if (!above.isEmpty()) {
                    names.put(i, above);
                }
            } else {
                names.put(i, below);
                if (!group.isEmpty()) {
                    groups.put(i, group);
                }
            }
        }
        return of(lower.number(), names, groups);
    }

    /** Whether a row goes on with the names of the one above it: words only, some of them where the upper one, which is no lonely title, has none. */
    static boolean goesOn(SheetRow upper, SheetRow lower) {
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
        return fills && names(upper).size() > 1;
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
            Integer rank = ranks(name, groups.get(position)).get(column);
            if (rank != null) {
                exactness.put(position, rank);
            }
        });
        return exactness;
    }

    /** Whether what stands above a position, from 0, says that it is of a part of the year. */
    boolean isOfATerm(int position) {
        String group = groups.get(position);
        return group != null && PART_OF_YEAR.matcher(Headers.key(group)).matches();
    }

    /** Whether a position, from 0, is of a comment, or of the code of one. */
    boolean isOfAComment(int position) {
        return Headers.key(names.get(position)).contains("nhan xet");
    }

    private static HeaderRow of(int lastRow, Map<Integer, String> names, Map<Integer, String> groups) {
        Map<Column, List<Integer>> candidates = new EnumMap<>(Column.class);
        Map<Column, Integer> best = new EnumMap<>(Column.class);
        names.forEach((position, name) -> ranks(name, groups.get(position)).forEach((column, rank) -> {
            int known = best.getOrDefault(column, Integer.MAX_VALUE);
            if (rank < known) {
                best.put(column, rank);
                candidates.put(column, new ArrayList<>(List.of(position)));
            } else if (rank == known) {
                candidates.get(column).add(position);
            }
        }));
        return new HeaderRow(lastRow, names, groups, candidates);
    }

    /** How exactly a name, under another one or not, is that of each column that it could be of. */
    private static Map<Column, Integer> ranks(String name, String group) {
        String key = Headers.key(name);
        if (group == null) {
            return Column.named(key);
        }
        String groupKey = Headers.key(group).replaceFirst("^(?:\\d+ )+", "");
        Map<Column, Integer> together = new HashMap<>(Column.named(groupKey + " " + key));
        together.putAll(Column.named(key + " " + groupKey));
        boolean ofAColumn = Column.named(groupKey).keySet().stream().anyMatch(column -> column != Column.TERM_RESULT);
        if (!together.isEmpty()
                || ofAColumn
                || PART_OF_YEAR.matcher(groupKey).matches()
                || RELATIVE.matcher(groupKey).matches()) {
            return together;
        }
        boolean wholeYear = WHOLE_YEAR.matcher(groupKey).matches();
        Map<Column, Integer> own = new HashMap<>(Column.named(key));
        own.replaceAll((column, rank) -> wholeYear ? 0 : rank + UNDER_ANOTHER);
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
