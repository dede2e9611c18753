package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Part;
import vn.hocba.desk.OddityWords;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.ClassSheets.SubjectRow;
import vn.hocba.record.RecordState;
import vn.hocba.shared.Texts;
import vn.hocba.ui.Wording;
import vn.hocba.ui.Worksheet.Column;
import vn.hocba.ui.Worksheet.Hint;
import vn.hocba.ui.Worksheet.Kind;
import vn.hocba.ui.Worksheet.RefusedCell;
import vn.hocba.ui.Worksheet.Row;

/** The rows of a subject as the worksheet wants them. */
final class SubjectSheetRows {

    /** As many characters as a number with decimals needs. */
    static final int NUMBER_LENGTH = 10;

    private SubjectSheetRows() {}

    static List<Column> columns(Part form) {
        return form.cells().stream().map(SubjectSheetRows::column).toList();
    }

    private static Column column(Cell cell) {
        return switch (cell.kind()) {
            case SYMBOL ->
                new Column(
                        cell.code(),
                        name(cell),
                        Kind.LEVEL,
                        cell.symbols(),
                        0,
                        0,
                        0,
                        cell.required(),
                        String.join(" · ", cell.symbols()));
            case NUMBER ->
                new Column(
                        cell.code(),
                        name(cell),
                        cell.decimals() > 0 ? Kind.TEXT : Kind.INTEGER,
                        List.of(),
                        cell.smallest(),
                        cell.largest(),
                        cell.decimals() > 0 ? NUMBER_LENGTH : 0,
                        cell.required(),
                        cell.smallest() + "–" + cell.largest());
            case TEXT -> Column.words(cell.code(), name(cell), cell.largest(), cell.required());
            case CHOICE -> Column.choice(cell.code(), name(cell), cell.largest(), null);
        };
    }

    /** Headings are in the language of the screens where these have a word for them. */
    private static String name(Cell cell) {
        String name =
                Texts.find(Wording.locale(), "screens.sheet." + cell.code()).orElse(cell.name());
        return ofTerm(cell, name);
    }

    /** What belongs to a term says so, where each term has a cell of the same name. */
    static String ofTerm(Cell cell, String name) {
        return cell.term() == 0 ? name : text("screens.sheet.term", name, cell.term());
    }

    /**
     * @param returned reasons by record
     * @param signed whether the rows are signed instead of finished
     */
    static Row row(SubjectRow row, Map<String, String> returned, OddityWords oddities, boolean signed) {
        Map<String, String> values = new LinkedHashMap<>();
        row.form().cells().forEach(cell -> values.put(cell.code(), row.cells().getOrDefault(cell.code(), "")));
        String reason = returned.get(row.recordId());
        return new Row(
                row.recordId(),
                row.ordinal(),
                row.pupilName(),
                note(row.assessedBy(), reason),
                row.rowVersion(),
                values,
                refused(row.refused()),
                row.closed().stream().collect(Collectors.toMap(Function.identity(), cell -> closed(row))),
                lockedReason(row, signed),
                hints(row, oddities));
    }

    /** What stands below the name: that the pupil is assessed otherwise, that the row came back; null for nothing. */
    private static String note(AssessedBy by, String returned) {
        String note = Stream.of(
                        by.hasResult() ? "" : text("record.assessed-by." + by),
                        returned == null ? "" : text("screens.sheet.returned", returned))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
        return note.isEmpty() ? null : note;
    }

    /** Why a cell is closed, by what stands in the row's open cells. */
    private static String closed(SubjectRow row) {
        if (row.assessedBy() == AssessedBy.NOTHING) {
            return text("screens.sheet.closed.not-assessed");
        }
        return row.cells().values().stream()
                .flatMap(symbol -> Texts.find(Wording.locale(), "screens.sheet.closed." + symbol).stream())
                .findFirst()
                .orElseGet(() -> text("screens.sheet.exempt"));
    }

    /** What was assessed is compared in the cell of the number; rows that went on show what is worth a look to those who sign. */
    private static Map<String, Hint> hints(SubjectRow row, OddityWords oddities) {
        return row.state() != RecordState.COMMENTING || row.oddities().isEmpty()
                ? Map.of()
                : first(row.form(), cell -> cell.kind() == Cell.Kind.NUMBER)
                        .or(() -> first(row.form(), cell -> true))
                        .map(cell -> Map.of(
                                cell.code(),
                                new Hint(
                                        row.oddities().stream()
                                                .map(oddity -> oddities.of(oddity, Wording.locale()))
                                                .collect(Collectors.joining(" · ")),
                                        null)))
                        .orElse(Map.of());
    }

    private static Optional<Cell> first(Part form, Predicate<Cell> which) {
        return form.cells().stream().filter(which).findFirst();
    }

    static Map<String, RefusedCell> refused(Map<String, ClassSheets.RefusedCell> cells) {
        return cells.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        cell -> new RefusedCell(
                                cell.getValue().entered(), cell.getValue().reason())));
    }

    /** Where the first thing is that an unfinished row misses. */
    static String firstGap(SubjectRow row) {
        if (!row.refused().isEmpty()) {
            return row.refused().keySet().iterator().next();
        }
        List<Cell> cells = row.form().cells();
        return first(
                        row.form(),
                        cell -> cell.required()
                                && !row.closed().contains(cell.code())
                                && !row.cells().containsKey(cell.code()))
                .orElseGet(() -> cells.get(cells.size() - 1))
                .code();
    }

    /** The symbol that goes with the sentences of a row; null while there is none. */
    static String symbol(SubjectRow row) {
        return first(row.form(), cell -> cell.kind() == Cell.Kind.SYMBOL)
                .map(cell -> row.cells().get(cell.code()))
                .orElse(null);
    }

    private static String lockedReason(SubjectRow row, boolean signed) {
        if (row.state() != RecordState.COMMENTING) {
            return row.state().term();
        }
        return row.finished() ? text(signed ? "screens.sheet.signed" : "screens.sheet.finished") : null;
    }
}
