package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Part;
import vn.hocba.desk.OddityWords;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.ClassSheets.SubjectRow;
import vn.hocba.record.RecordState;
import vn.hocba.record.SubjectResult;
import vn.hocba.shared.Texts;
import vn.hocba.ui.Wording;
import vn.hocba.ui.Worksheet.Column;
import vn.hocba.ui.Worksheet.Hint;
import vn.hocba.ui.Worksheet.RefusedCell;
import vn.hocba.ui.Worksheet.Row;

/** The rows of a subject as the worksheet wants them. */
final class SubjectSheetRows {

    static final String LEVEL = "level";
    static final String MARK = "mark";
    static final String COMMENT = "comment";

    private SubjectSheetRows() {}

    static List<Column> columns(Part subject) {
        List<Column> columns = new ArrayList<>();
        for (Cell cell : subject.cells()) {
            String label =
                    Texts.find(Wording.locale(), "screens.sheet." + cell.code()).orElse(cell.name());
            columns.add(
                    switch (cell.kind()) {
                        case SYMBOL -> Column.level(cell.code(), label, cell.symbols());
                        case NUMBER -> Column.integer(cell.code(), label, cell.smallest(), cell.largest());
                        case TEXT, CHOICE -> Column.words(cell.code(), label, cell.largest(), cell.required());
                    });
        }
        return columns;
    }

    static boolean isTested(Part subject) {
        return subject.cells().stream().anyMatch(cell -> cell.code().equals(MARK));
    }

    /** @param returned reasons by record */
    static Row row(SubjectRow row, Map<String, String> returned, OddityWords oddities) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(LEVEL, row.exempt() ? SubjectResult.EXEMPT : orEmpty(row.level()));
        values.put(MARK, row.mark() == null ? "" : row.mark().toString());
        values.put(COMMENT, orEmpty(row.comment()));
        String reason = returned.get(row.recordId());
        return new Row(
                row.recordId(),
                row.ordinal(),
                row.pupilName(),
                reason == null ? null : text("screens.sheet.returned", reason),
                row.rowVersion(),
                values,
                refused(row.refused()),
                row.exempt() ? Map.of(MARK, text("screens.sheet.exempt")) : Map.of(),
                lockedReason(row),
                hints(row, oddities));
    }

    /** A level and a mark are compared in the cell of the mark; rows that went on show what is worth a look to those who sign. */
    private static Map<String, Hint> hints(SubjectRow row, OddityWords oddities) {
        return row.state() != RecordState.COMMENTING || row.oddities().isEmpty()
                ? Map.of()
                : Map.of(
                        MARK,
                        new Hint(
                                row.oddities().stream()
                                        .map(oddity -> oddities.of(oddity, Wording.locale()))
                                        .collect(Collectors.joining(" · ")),
                                null));
    }

    static Map<String, RefusedCell> refused(Map<String, ClassSheets.RefusedCell> cells) {
        return cells.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        cell -> new RefusedCell(
                                cell.getValue().entered(), cell.getValue().reason())));
    }

    /** Where the first thing is that an unfinished row misses. */
    static String firstGap(SubjectRow row, boolean tested) {
        if (!row.refused().isEmpty()) {
            return row.refused().keySet().iterator().next();
        }
        if (row.level() == null) {
            return LEVEL;
        }
        return tested && row.mark() == null ? MARK : COMMENT;
    }

    private static String lockedReason(SubjectRow row) {
        if (row.state() != RecordState.COMMENTING) {
            return row.state().term();
        }
        return row.finished() ? text("screens.sheet.finished") : null;
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
