package vn.hocba.school;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Part;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.shared.WrittenNumber;

/** The columns of a homeroom teacher's sheet beside levels and absences: the comments of the form's sections and the measures of the body. */
final class ClassColumns {

    private static final Map<String, Column> COMMENTS = columns(
            "qualityComment",
            Column.QUALITY_COMMENT,
            "commonComment",
            Column.COMMON_COMMENT,
            "specificComment",
            Column.SPECIFIC_COMMENT);

    private static final Map<String, Column> MEASURES = columns("heightCm", Column.HEIGHT, "weightKg", Column.WEIGHT);

    private ClassColumns() {}

    /** What a row says in these columns, by the code of the cell; nothing of a cell that the form does not have, see {@link #warn}. */
    static Map<String, String> read(RowReader row, Part part) {
        Map<String, String> cells = new LinkedHashMap<>();
        COMMENTS.forEach((code, column) -> MarkCells.find(part, code)
                .map(cell -> row.text(column, cell.largest()))
                .ifPresent(words -> cells.put(code, words)));
        cells.putAll(measures(row, part));
        return cells;
    }

    /** Height and weight alone, which lists of pupils have too. */
    static Map<String, String> measures(RowReader row, Part part) {
        Map<String, String> cells = new LinkedHashMap<>();
        MEASURES.forEach((code, column) -> MarkCells.find(part, code)
                .flatMap(cell -> measure(row, column, cell))
                .ifPresent(words -> cells.put(code, words)));
        return cells;
    }

    /** The general comment, where the form of the class has one. */
    static String comment(RowReader row, Part part) {
        return MarkCells.find(part, "comment")
                .map(cell -> row.text(Column.COMMENT, cell.largest()))
                .orElse(null);
    }

    /** Says which comments of a sheet the form does not have, so that nobody looks for them in the record. */
    static void warn(String file, SheetTable table, Part part, ImportPlan plan) {
        Map<String, Column> all = new LinkedHashMap<>(COMMENTS);
        all.put("comment", Column.COMMENT);
        all.forEach((code, column) -> {
            if (table.has(column) && MarkCells.find(part, code).isEmpty()) {
                plan.sheetProblem(
                        Severity.WARNING,
                        file,
                        table.sheet(),
                        Reason.of("school.marks.comment-not-on-form", table.header(column)));
            }
        });
    }

    /** How the sheet names the column of a cell; empty where it is none of these. */
    static Optional<String> header(SheetTable table, String code) {
        return Optional.ofNullable(COMMENTS.getOrDefault(code, MEASURES.get(code)))
                .map(table::header);
    }

    /** Nobody has to be measured: what is no measure leaves the cell empty and the row usable. */
    private static Optional<String> measure(RowReader row, Column column, Cell cell) {
        if (!row.offers(column) || row.cell(column).isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number =
                WrittenNumber.decimal(row.cell(column).text(), cell.smallest(), cell.largest(), cell.decimals());
        if (number.isEmpty()) {
            row.warning(column, "school.marks.bad-measure", cell.largest());
        }
        return number.map(WrittenNumber::words);
    }

    private static Map<String, Column> columns(Object... pairs) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            columns.put((String) pairs[i], (Column) pairs[i + 1]);
        }
        return Collections.unmodifiableMap(columns);
    }
}
