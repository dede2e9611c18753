package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.record.RecordState;
import vn.hocba.shared.Texts;
import vn.hocba.shared.VietnameseText;
import vn.hocba.ui.Wording;
import vn.hocba.ui.Worksheet.Column;
import vn.hocba.ui.Worksheet.Kind;
import vn.hocba.ui.Worksheet.Row;

/** The rows of the homeroom summary as the worksheet wants them. */
final class HomeroomRows {

    private static final int SHOWN = 3;

    private final Regulation regulation;
    private final int grade;
    private final HomeroomHints hints;

    HomeroomRows(Regulation regulation, int grade, HomeroomHints hints) {
        this.regulation = regulation;
        this.grade = grade;
        this.hints = hints;
    }

    List<Column> columns() {
        return regulation.demandPart(grade, Part.CLASS).cells().stream()
                .map(HomeroomRows::column)
                .toList();
    }

    private static Column column(Cell cell) {
        return switch (cell.kind()) {
            case SYMBOL ->
                new Column(
                        cell.code(),
                        SubjectSheetRows.ofTerm(cell, cell.name()),
                        Kind.LEVEL,
                        cell.symbols(),
                        0,
                        0,
                        0,
                        cell.required(),
                        words("group." + VietnameseText.searchKey(cell.group()).replace(' ', '-'), cell.group()));
            case NUMBER ->
                new Column(
                        cell.code(),
                        words(cell.code(), cell.name()),
                        cell.decimals() > 0 ? Kind.TEXT : Kind.INTEGER,
                        List.of(),
                        cell.smallest(),
                        cell.largest(),
                        cell.decimals() > 0 ? SubjectSheetRows.NUMBER_LENGTH : 0,
                        cell.required(),
                        words(cell.code() + ".hint", ""));
            case TEXT -> Column.words(cell.code(), words(cell.code(), cell.name()), cell.largest(), cell.required());
            case CHOICE ->
                Column.choice(
                        cell.code(), words(cell.code(), cell.name()), cell.largest(), words(cell.code() + ".hint", ""));
        };
    }

    /** Headings are short where the screens have a word of their own for them. */
    private static String words(String key, String otherwise) {
        return Texts.find(Wording.locale(), "screens.homeroom." + key).orElse(otherwise);
    }

    Row row(HomeroomRow row) {
        Map<String, String> values = new HashMap<>();
        row.form().cells().forEach(cell -> values.put(cell.code(), row.cells().getOrDefault(cell.code(), "")));
        return new Row(
                row.recordId(),
                row.ordinal(),
                row.pupilName(),
                summary(row),
                row.rowVersion(),
                values,
                SubjectSheetRows.refused(row.refused()),
                closed(row),
                row.state().isOpenForEntry() ? null : row.state().term(),
                hints.of(row));
    }

    /** Of a pupil who is not assessed, what assesses. */
    private Map<String, String> closed(HomeroomRow row) {
        return regulation.closed(said(row), row.form()).stream()
                .collect(Collectors.toMap(Function.identity(), cell -> text("screens.sheet.closed.not-assessed")));
    }

    private Contents said(HomeroomRow row) {
        return new Contents(grade, Map.of(Part.CLASS, row.cells()));
    }

    /** The result with its reasons, or what is missing for it; and for whom the record still waits. */
    String summary(HomeroomRow row) {
        List<String> parts = new ArrayList<>();
        AssessedBy by = said(row).assessedBy();
        if (!by.hasResult()) {
            parts.add(text("record.assessed-by." + by));
        }
        if (row.assessment().result() != null) {
            String term = regulation.term(row.assessment().result());
            parts.add(
                    row.assessment().reasons().isEmpty()
                            ? term
                            : text(
                                    "screens.homeroom.because",
                                    term,
                                    few(row.assessment().reasons())));
        }
        if (row.state().isOpenForEntry() && !row.missing().isEmpty()) {
            parts.add(few(row.missing()));
        }
        if (row.state() == RecordState.COMMENTING) {
            parts.add(text(
                    "screens.homeroom.waits-for",
                    few(row.unfinished().stream()
                            .map(code -> regulation.demandPart(grade, code).name())
                            .toList())));
        }
        return String.join(" · ", parts);
    }

    /** What is worth a look before signing, by row. */
    Map<HomeroomRow, List<String>> odd(Stream<HomeroomRow> rows) {
        Map<HomeroomRow, List<String>> odd = new LinkedHashMap<>();
        rows.filter(row -> !hints.beforeSigning(row).isEmpty()).forEach(row -> odd.put(row, hints.beforeSigning(row)));
        return odd;
    }

    /** The column of the first thing that a row misses, or where something is worth a look. */
    String firstGap(HomeroomRow row) {
        if (!row.refused().isEmpty()) {
            return row.refused().keySet().iterator().next();
        }
        List<Cell> empty = row.form().cells().stream()
                .filter(cell -> cell.required() && !row.cells().containsKey(cell.code()))
                .toList();
        // Comments stay empty where one was written instead of them.
        return Stream.concat(
                        empty.stream().filter(cell -> cell.kind() != Cell.Kind.TEXT),
                        empty.stream().filter(cell -> !row.missing().isEmpty()))
                .map(Cell::code)
                .findFirst()
                .or(() -> hints.of(row).keySet().stream().findFirst())
                .orElseGet(() -> comments().get(0).code());
    }

    /** The cells for comments, in the order of the form. */
    List<Cell> comments() {
        return regulation.demandPart(grade, Part.CLASS).cells().stream()
                .filter(regulation::isComment)
                .toList();
    }

    /** Where sentences for a comment are kept: its name on the sheet by the part of the bank, one each. */
    Map<String, String> banks() {
        Map<String, String> banks = new LinkedHashMap<>();
        comments().forEach(cell -> banks.putIfAbsent(regulation.commentBank(cell), words(cell.code(), cell.name())));
        return banks;
    }

    /** The comment that a column is for; empty where it is for something else. */
    Optional<Cell> comment(String column) {
        return comments().stream().filter(cell -> cell.code().equals(column)).findFirst();
    }

    /** The part of the comment bank in which sentences for a comment are kept. */
    String bank(Cell comment) {
        return regulation.commentBank(comment);
    }

    /** The level of sentences that go with what a comment is about. */
    Optional<String> level(HomeroomRow row, Cell comment) {
        return regulation.commentLevel(
                row.form(), comment, row.cells(), row.assessment().result());
    }

    /** The titles that the result allows. */
    List<String> titles(HomeroomRow row) {
        return regulation.titles().choices(row.assessment().result());
    }

    static boolean isReady(HomeroomRow row) {
        return row.state() == RecordState.HOMEROOM && row.missing().isEmpty();
    }

    private static String few(List<String> all) {
        String first = all.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return all.size() <= SHOWN ? first : text("screens.homeroom.and-more", first, all.size() - SHOWN);
    }
}
