package vn.hocba.school;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.Headers;
import vn.hocba.school.workbook.Sheet;
import vn.hocba.school.workbook.SheetRow;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;

/**
 * A sheet of which we know what it holds: its titles, its columns found by name, and the rows of its table.
 *
 * @param titles the texts above the row of column names, from top to bottom
 * @param columns where the known columns stand, from 0
 * @param headers the name that each filled cell of that row bears, by position from 0
 * @param rows of the table; headings in between and footers are not among them
 * @param oddRows numbers of rows between others that do not look like one of the table
 */
record SheetTable(
        String sheet,
        SheetKind kind,
        List<String> titles,
        Map<Column, Integer> columns,
        Map<Integer, String> headers,
        List<SheetRow> rows,
        List<Integer> oddRows) {

    private static final int LAST_HEADER_ROW = 40;
    private static final Pattern SCHOOL = Pattern.compile("(.+?)\\s*\\(\\s*([0-9A-Za-z.-]{4,32})\\s*\\)");
    private static final Pattern CLASS =
            Pattern.compile("lớp\\s+(\\S+)\\s*$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SUBJECT =
            Pattern.compile("\\smôn\\s+(.+?)\\s+[-–—]\\s+lớp\\s", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /**
     * Finds the table of a sheet.
     *
     * @return empty when the sheet is of no kind that we know
     * @throws Refused when its title or its columns say what it is, but columns are missing or there twice
     */
    static Optional<SheetTable> find(Sheet sheet) {
        List<SheetRow> top = sheet.rows().stream()
                .filter(row -> row.number() <= LAST_HEADER_ROW)
                .toList();
        for (SheetRow row : top) {
            Set<Column> present = columns(row).keySet();
            for (SheetKind kind : SheetKind.values()) {
                if (present.containsAll(kind.required())) {
                    return Optional.of(table(sheet, kind, row));
                }
            }
        }
        for (SheetKind kind : SheetKind.values()) {
            if (titlesUpTo(sheet, LAST_HEADER_ROW).stream()
                    .anyMatch(t -> Headers.key(t).startsWith(kind.title()))) {
                throw missing(sheet, kind, top);
            }
        }
        return Optional.empty();
    }

    /** «TRƯỜNG TIỂU HỌC HÒA BÌNH (79774401)»: the code in the brackets. */
    Optional<String> schoolCode() {
        return schoolTitle(2);
    }

    /** «TRƯỜNG TIỂU HỌC HÒA BÌNH (79774401)»: what stands before the brackets. */
    Optional<String> schoolName() {
        return schoolTitle(1);
    }

    /** «SỞ GIÁO DỤC VÀ ĐÀO TẠO …». */
    Optional<String> provinceName() {
        return titles.stream()
                .filter(title -> Headers.key(title).startsWith("so giao duc"))
                .findFirst();
    }

    /** Whether a title speaks of the school year, readable or not. */
    boolean namesYear() {
        return titles.stream().anyMatch(SheetTable::namesYear);
    }

    Optional<SchoolYear> schoolYear() {
        return titles.stream()
                .filter(SheetTable::namesYear)
                .map(SchoolYear::findIn)
                .filter(year -> year != null)
                .findFirst();
    }

    /** «… - LỚP 4A»: the class that a title names. */
    Optional<String> className() {
        return titles.stream()
                .map(CLASS::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** «BẢNG ĐÁNH GIÁ CUỐI NĂM MÔN TIẾNG VIỆT - LỚP 1A»: the subject that a title names. */
    Optional<String> subjectName() {
        return titles.stream()
                .map(SUBJECT::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    Cell cell(SheetRow row, Column column) {
        Integer index = columns.get(column);
        return row.cell(index == null ? Integer.MAX_VALUE : index);
    }

    /** The column's name as this sheet writes it. */
    String header(Column column) {
        Integer index = columns.get(column);
        return index == null ? column.label() : headers.get(index);
    }

    private Optional<String> schoolTitle(int group) {
        return titles.stream()
                .filter(title -> Headers.key(title).startsWith("truong"))
                .map(SCHOOL::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(group))
                .findFirst();
    }

    private static boolean namesYear(String title) {
        return Headers.key(title).contains("nam hoc");
    }

    private static SheetTable table(Sheet sheet, SheetKind kind, SheetRow header) {
        Map<Integer, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            if (!header.cell(i).isEmpty()) {
                headers.put(i, header.cell(i).text());
            }
        }
        Map<Column, Integer> columns = columns(header);
        for (Column column : columns.keySet()) {
            long times = headers.values().stream()
                    .filter(name -> Headers.key(name).equals(Headers.key(headers.get(columns.get(column)))))
                    .count();
            if (times > 1) {
                throw Refused.invalid("school.file.column-twice", sheet.name(), headers.get(columns.get(column)));
            }
        }
        SheetTable table = new SheetTable(
                sheet.name(),
                kind,
                titlesUpTo(sheet, header.number() - 1),
                columns,
                headers,
                new ArrayList<>(),
                new ArrayList<>());
        List<Integer> unlike = new ArrayList<>();
        for (SheetRow row : sheet.rows()) {
            if (row.number() <= header.number()) {
                continue;
            }
            if (table.looksLikeData(row)) {
                table.oddRows.addAll(unlike);
                unlike.clear();
                table.rows.add(row);
            } else if (table.hasKnownCell(row)) {
                unlike.add(row.number());
            }
        }
        return table;
    }

    /**
     * A row of the table is numbered or bears a code, or says at least two of class, code and date. Footers («Người lập biểu», a place and date) do not; a
     * numbered row without anything else is an empty form.
     */
    private boolean looksLikeData(SheetRow row) {
        Cell ordinal = cell(row, Column.ORDINAL);
        boolean numbered = ordinal.text().matches("\\d+\\.?")
                && columns.entrySet().stream()
                        .anyMatch(e -> e.getKey() != Column.ORDINAL
                                && !row.cell(e.getValue()).isEmpty());
        long digits = List.of(Column.CLASS, Column.BIRTH_DATE, Column.MOET_CODE, Column.TEACHER_CODE).stream()
                .filter(column -> cell(row, column).text().matches(".*\\d.*"))
                .count();
        boolean coded = List.of(Column.MOET_CODE, Column.TEACHER_CODE).stream()
                .anyMatch(column -> cell(row, column).text().matches("\\S*\\d{5,}\\S*"));
        return numbered || coded || digits >= 2;
    }

    private boolean hasKnownCell(SheetRow row) {
        return columns.values().stream().anyMatch(index -> !row.cell(index).isEmpty());
    }

    private static Map<Column, Integer> columns(SheetRow row) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            String key = Headers.key(row.cell(i).text());
            int index = i;
            Arrays.stream(Column.values())
                    .filter(column -> column.isNamed(key))
                    .forEach(column -> found.putIfAbsent(column, index));
        }
        return found;
    }

    private static List<String> titlesUpTo(Sheet sheet, int lastRow) {
        return sheet.rows().stream()
                .filter(row -> row.number() <= lastRow)
                .flatMap(row -> row.cells().stream())
                .map(Cell::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Refused missing(Sheet sheet, SheetKind kind, List<SheetRow> top) {
        List<Column> best = List.of();
        for (SheetRow row : top) {
            List<Column> present = kind.required().stream()
                    .filter(columns(row).keySet()::contains)
                    .toList();
            best = present.size() > best.size() ? present : best;
        }
        List<Column> found = best;
        String names = String.join(
                ", ",
                kind.required().stream()
                        .filter(column -> !found.contains(column))
                        .map(column -> "«" + column.label() + "»")
                        .toList());
        return Refused.invalid("school.file.columns-missing", sheet.name(), names);
    }
}
