package vn.hocba.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hocba.assessment.Regulation;
import vn.hocba.document.typeset.Align;
import vn.hocba.document.typeset.Cell;
import vn.hocba.document.typeset.Cell.Padding;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Paragraph;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.Row;
import vn.hocba.document.typeset.Run;
import vn.hocba.document.typeset.Sheet;
import vn.hocba.document.typeset.Style;
import vn.hocba.document.typeset.Table;
import vn.hocba.record.PartColumns;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Part;
import vn.hocba.shared.Texts;

/** Subjects below each other, their cells beside each other, those of a term under the term; where teachers sign their rows, their signatures in the last column. */
final class PartsTable {

    private static final float NAME = Sheet.mm(32);
    private static final float VALUE = Sheet.mm(20);
    private static final float SIGNER = Sheet.mm(36);
    private static final float NARROWEST_WORDS = Sheet.mm(30);

    private final Fonts fonts;
    private final float width;
    private final SignatureBlock signing;
    private final Regulation regulation;

    PartsTable(Fonts fonts, float width, SignatureBlock signing, Regulation regulation) {
        this.fonts = fonts;
        this.width = width;
        this.signing = signing;
        this.regulation = regulation;
    }

    /** A column of cells of the same code. */
    private record Column(RecordSnapshot.Cell cell, boolean words, float width) {}

    Table of(RecordSnapshot snapshot) {
        Set<String> signed =
                SignedRows.of(snapshot, regulation).stream().map(Part::id).collect(Collectors.toSet());
        float signer = signed.isEmpty() ? 0 : SIGNER;
        List<Column> columns = columns(snapshot, width - NAME - signer);
        List<Cell> head = new ArrayList<>();
        head.add(heading(NAME, Texts.vi("printed.parts.subject")));
        for (int i = 0; i < columns.size(); ) {
            int term = columns.get(i).cell().term();
            int end = i + 1;
            while (end < columns.size() && term != 0 && columns.get(end).cell().term() == term) {
                end++;
            }
            List<Column> same = columns.subList(i, end);
            head.add(term == 0 ? heading(same.get(0).width(), same.get(0).cell().name()) : termHeading(term, same));
            i = end;
        }
        if (!signed.isEmpty()) {
            head.add(heading(signer, Texts.vi("printed.parts.signer")));
        }
        return new Table(
                new Row(head),
                snapshot.subjects().stream()
                        .map(part -> row(part, columns, signed))
                        .toList());
    }

    /** Numbers and symbols are short; words share what is left. Where too much stands beside each other, all become narrower. */
    private List<Column> columns(RecordSnapshot snapshot, float room) {
        List<RecordSnapshot.Cell> cells = PartColumns.of(snapshot);
        Set<String> words = regulation.parts(snapshot.grade()).stream()
                .filter(part -> part.kind() == vn.hocba.assessment.Part.Kind.SUBJECT)
                .flatMap(part -> part.cells().stream())
                .filter(cell -> cell.kind() == vn.hocba.assessment.Cell.Kind.TEXT
                        || cell.kind() == vn.hocba.assessment.Cell.Kind.CHOICE)
                .map(vn.hocba.assessment.Cell::code)
                .filter(code -> cells.stream().anyMatch(cell -> cell.code().equals(code)))
                .collect(Collectors.toSet());
        float left = room - VALUE * (cells.size() - words.size());
        float wide = words.isEmpty() ? 0 : Math.max(NARROWEST_WORDS, left / words.size());
        float narrow = words.isEmpty() && !cells.isEmpty() ? room / cells.size() : VALUE;
        float total = wide * words.size() + narrow * (cells.size() - words.size());
        float scale = total > room ? room / total : 1;
        return cells.stream()
                .map(cell -> new Column(
                        cell, words.contains(cell.code()), scale * (words.contains(cell.code()) ? wide : narrow)))
                .toList();
    }

    private Row row(Part part, List<Column> columns, Set<String> signed) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(
                NAME,
                FormStyle.CELL_PADDING,
                true,
                text(NAME, Align.LEFT, part.name(), FormStyle.CELL),
                text(NAME, Align.LEFT, Texts.vi("printed.continued", part.name()), FormStyle.NOTE)));
        for (Column column : columns) {
            String value = Objects.toString(part.value(column.cell().code()), "");
            cells.add(new Cell(
                    column.width(),
                    FormStyle.CELL_PADDING,
                    true,
                    column.words()
                            ? text(column.width(), Align.LEFT, value, FormStyle.CELL)
                            : text(column.width(), Align.CENTER, value, FormStyle.CELL_STRONG)));
        }
        if (!signed.isEmpty()) {
            cells.add(signer(part, signed.contains(part.id())));
        }
        return new Row(cells);
    }

    private Cell signer(Part part, boolean signs) {
        List<Piece> pieces =
                new ArrayList<>(text(SIGNER, Align.LEFT, Objects.toString(part.teacherName(), ""), FormStyle.CELL));
        if (signs) {
            String words = signing.ofRow(part.id())
                    .map(line -> Texts.vi("printed.parts.signed", FormText.moment(line.signedAt()), line.serial()))
                    .orElseGet(() -> Texts.vi("printed.sign.unsigned"));
            pieces.addAll(text(SIGNER, Align.LEFT, words, FormStyle.NOTE));
        }
        return new Cell(SIGNER, FormStyle.CELL_PADDING, true, pieces);
    }

    private Cell termHeading(int term, List<Column> columns) {
        float sum = (float) columns.stream().mapToDouble(Column::width).sum();
        return new Cell(
                sum,
                Padding.NONE,
                false,
                List.of(
                        new Row(heading(sum, Texts.vi("printed.parts.term." + term))),
                        new Row(columns.stream()
                                .map(column ->
                                        heading(column.width(), column.cell().name()))
                                .toList())));
    }

    private Cell heading(float columnWidth, String words) {
        return new Cell(
                columnWidth,
                FormStyle.CELL_PADDING,
                true,
                text(columnWidth, Align.CENTER, words, FormStyle.CELL_STRONG));
    }

    private List<Piece> text(float columnWidth, Align align, String text, Style style) {
        return Paragraph.lines(fonts, FormStyle.CELL_PADDING.inside(columnWidth), align, new Run(text, style));
    }
}
