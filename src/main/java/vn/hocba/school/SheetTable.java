package vn.hocba.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.Sheet;
import vn.hocba.school.workbook.SheetRow;
import vn.hocba.shared.Refused;

/**
 * A sheet of which we know what it holds: its titles, its columns found by name, and the rows of its table.
 *
 * @param titles what stands above the row of column names
 * @param columns where the known columns stand, from 0
 * @param header the names that the columns bear
 * @param rows of the table; headings in between and footers are not among them
 * @param oddRows numbers of rows between others that do not look like one of the table
 */
record SheetTable(
        String sheet,
        SheetKind kind,
        SheetTitles titles,
        Map<Column, Integer> columns,
        HeaderRow header,
        List<SheetRow> rows,
        List<Integer> oddRows) {

    private static final int LAST_HEADER_ROW = 40;

    /**
     * Finds the table of a sheet.
     *
     * @return empty when the sheet is of no kind that we know
     * @throws Refused when its title or its columns say what it is, but columns are missing or cannot be told apart, or it is of a part of the year only
     */
    static Optional<SheetTable> find(Sheet sheet) {
        List<HeaderRow> headers = headers(sheet);
        for (HeaderRow header : headers) {
            Set<Column> present = header.columns().keySet();
            for (SheetKind kind : SheetKind.values()) {
                if (present.containsAll(kind.required()) && !isBelowTerms(header, headers, kind)) {
                    return Optional.of(table(sheet, kind, header));
                }
            }
        }
        for (SheetKind kind : SheetKind.values()) {
            if (SheetTitles.upTo(sheet, LAST_HEADER_ROW).any(title -> title.startsWith(kind.title()))) {
                throw missing(sheet, kind, headers);
            }
        }
        return Optional.empty();
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
        return index == null ? column.label() : header.names().get(index);
    }

    /** «W7», or null where the sheet has no such column. */
    String address(SheetRow row, Column column) {
        Integer index = columns.get(column);
        return index == null ? null : row.address(index);
    }

    /** The class that a row names or, where it names none, the sheet's title; empty where neither does. */
    String className(SheetRow row) {
        String name = cell(row, Column.CLASS).text();
        return name.isEmpty() ? titles.className().orElse("") : name;
    }

    /** Whether names that seem complete by themselves are the lower rows of others which say that they are of a term. */
    private static boolean isBelowTerms(HeaderRow header, List<HeaderRow> headers, SheetKind kind) {
        List<Integer> positions = kind.required().stream()
                .map(header.columns()::get)
                .filter(position -> position != null)
                .toList();
        return headers.stream()
                .filter(whole -> whole.firstRow() < header.firstRow() && whole.lastRow() >= header.lastRow())
                .anyMatch(whole -> positions.stream()
                        .anyMatch(position -> whole.term(position).isPresent()));
    }

    /** From each row on as many rows as go on with its names, and fewer, in case the last of them are none. */
    private static List<HeaderRow> headers(Sheet sheet) {
        List<SheetRow> top = sheet.rows().stream()
                .filter(row -> row.number() <= LAST_HEADER_ROW)
                .toList();
        List<HeaderRow> headers = new ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            int end = i + 1;
            while (end < top.size()
                    && end - i < HeaderRow.DEEPEST
                    && HeaderRow.goesOn(top.subList(i, end), top.get(end))) {
                end++;
            }
            for (int last = end; last > i; last--) {
                headers.add(HeaderRow.of(top.subList(i, last)));
            }
        }
        return headers;
    }

    private static SheetTable table(Sheet sheet, SheetKind kind, HeaderRow header) {
        demandOneOfEach(sheet, kind, header);
        if (kind == SheetKind.SUBJECT_MARKS) {
            TermColumns.refuse(sheet.name(), header);
        } else if (kind == SheetKind.TRAIT_MARKS) {
            TraitColumns.refuseTwice(sheet.name(), header);
        }
        SheetTitles titles = SheetTitles.upTo(sheet, header.lastRow() - 1);
        if (kind.kind() == ImportPreview.Kind.MARKS
                && kind != SheetKind.SECONDARY
                && SheetTitles.upTo(sheet, header.firstRow() - 1).speakOfPartOfYear()) {
            throw Refused.invalid("school.file.part-of-year", sheet.name());
        }
        SheetTable table = new SheetTable(
                sheet.name(), kind, titles, header.columns(), header, new ArrayList<>(), new ArrayList<>());
        List<Integer> unlike = new ArrayList<>();
        boolean first = true;
        for (SheetRow row : sheet.rows()) {
            if (row.number() <= header.lastRow() || first && DataRows.isNumbering(row)) {
                first &= row.number() <= header.lastRow();
                continue;
            }
            first = false;
            if (DataRows.isOne(table, row)) {
                table.oddRows.addAll(unlike);
                unlike.clear();
                table.rows.add(row);
            } else if (table.columns.values().stream()
                    .anyMatch(index -> !row.cell(index).isEmpty())) {
                unlike.add(row.number());
            }
        }
        return table;
    }

    private static void demandOneOfEach(Sheet sheet, SheetKind kind, HeaderRow header) {
        header.candidates().forEach((column, alike) -> {
            if (alike.size() > 1 && (column != Column.TERM_RESULT || kind == SheetKind.SECONDARY)) {
                throw Refused.invalid(
                        "school.file.column-twice",
                        sheet.name(),
                        column.label(),
                        alike.stream()
                                .map(index ->
                                        "«" + header.names().get(index) + "» (" + SheetRow.columnName(index) + ")")
                                .collect(Collectors.joining(", ")));
            }
        });
    }

    private static Refused missing(Sheet sheet, SheetKind kind, List<HeaderRow> all) {
        List<HeaderRow> headers =
                all.stream().filter(header -> !isBelowTerms(header, all, kind)).toList();
        List<Column> best = List.of();
        for (HeaderRow header : headers) {
            Set<Column> found = header.columns().keySet();
            List<Column> present =
                    kind.required().stream().filter(found::contains).toList();
            best = present.size() > best.size() ? present : best;
        }
        List<Column> found = best;
        List<Column> lacking = kind.required().stream()
                .filter(column -> !found.contains(column))
                .toList();
        String names =
                lacking.stream().map(column -> "«" + column.label() + "»").collect(Collectors.joining(", "));
        List<String> ofTerms = headers.stream()
                .flatMap(header -> lacking.stream().flatMap(column -> header.ofTerms(column).stream()))
                .distinct()
                .toList();
        if (!ofTerms.isEmpty()) {
            return Refused.invalid("school.file.only-terms", sheet.name(), names, String.join(", ", ofTerms));
        }
        List<HeaderRow> single = headers.stream()
                .filter(header -> header.firstRow() == header.lastRow())
                .filter(header -> kind.required().stream()
                        .anyMatch(column -> header.columns().containsKey(column)))
                .toList();
        boolean scattered = kind.required().stream().allMatch(column -> single.stream()
                .anyMatch(header -> header.columns().containsKey(column)));
        return scattered
                ? Refused.invalid(
                        "school.file.columns-scattered",
                        sheet.name(),
                        single.stream()
                                .map(header -> Integer.toString(header.lastRow()))
                                .collect(Collectors.joining(", ")))
                : Refused.invalid("school.file.columns-missing", sheet.name(), names);
    }
}
