package vn.hocba.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.hocba.assessment.Regulation;
import vn.hocba.document.typeset.Align;
import vn.hocba.document.typeset.Flow;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Paragraph;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.Row;
import vn.hocba.document.typeset.Run;
import vn.hocba.document.typeset.Sheet;
import vn.hocba.document.typeset.Space;
import vn.hocba.document.typeset.Stack;
import vn.hocba.document.typeset.Style;
import vn.hocba.document.typeset.Table;
import vn.hocba.record.PartColumns;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.record.RecordSnapshot.Conclusion;
import vn.hocba.record.RecordSnapshot.Part;
import vn.hocba.shared.Texts;

/** The pages of a year for a regulation that has no form of its own: its subjects with their cells, what concerns the pupil as a whole, the conclusion. */
final class PartsPages {

    private static final float CELL_NAME = Sheet.mm(72);

    private final Fonts fonts;
    private final SignatureBlock signing;
    private final Regulation regulation;
    private final FormLines lines;

    PartsPages(Fonts fonts, SignatureBlock signing, Regulation regulation) {
        this.fonts = fonts;
        this.signing = signing;
        this.regulation = regulation;
        this.lines = new FormLines(fonts);
    }

    void print(RecordSnapshot snapshot, String effect, Flow flow) {
        float width = flow.sheet().width();
        lines.head(snapshot, effect, flow);
        lines.title(flow, "printed.parts.subjects");
        flow.add(new PartsTable(fonts, width, signing, regulation).of(snapshot));
        snapshot.classPart().ifPresent(part -> classPart(part, flow));
        flow.gap(FormStyle.SECTION_GAP);
        flow.add(conclusion(snapshot, width));
    }

    private void classPart(Part part, Flow flow) {
        float width = flow.sheet().width();
        List<Row> rows = new ArrayList<>();
        String group = "";
        for (Cell cell : part.cells()) {
            if (!cell.group().equals(group) && !cell.group().isEmpty()) {
                rows.add(new Row(cell(width, cell.group(), FormStyle.CELL_STRONG)));
            }
            group = cell.group();
            rows.add(new Row(
                    cell(CELL_NAME, PartColumns.named(cell), FormStyle.CELL),
                    cell(width - CELL_NAME, Objects.toString(cell.value(), ""), FormStyle.CELL)));
        }
        flow.gap(FormStyle.SECTION_GAP);
        flow.add(new Table(new Row(cell(width, part.name(), FormStyle.CELL_STRONG)), rows));
    }

    private vn.hocba.document.typeset.Cell cell(float width, String text, Style style) {
        return new vn.hocba.document.typeset.Cell(
                width,
                FormStyle.CLOSE_PADDING,
                true,
                Paragraph.lines(fonts, FormStyle.CLOSE_PADDING.inside(width), Align.LEFT, new Run(text, style)));
    }

    private Piece conclusion(RecordSnapshot snapshot, float width) {
        Conclusion conclusion = snapshot.conclusion();
        List<Piece> pieces = new ArrayList<>();
        pieces.addAll(lines.decision(
                width,
                "printed.parts.result",
                conclusion.result() == null ? null : regulation.term(conclusion.result())));
        pieces.addAll(lines.decision(width, "printed.parts.completion", completion(conclusion)));
        pieces.addAll(lines.decision(width, "printed.parts.reward", conclusion.reward()));
        pieces.addAll(lines.decision(width, "printed.parts.regulation", regulation.title()));
        pieces.add(new Space(FormStyle.SECTION_GAP));
        pieces.add(signing.ofYear(width));
        return new Stack(pieces);
    }

    private static String completion(Conclusion conclusion) {
        if (conclusion.result() == null) {
            return null;
        }
        String completed = Texts.vi(conclusion.completed() ? "printed.parts.completed" : "printed.parts.not-completed");
        return conclusion.promoted() == null
                ? completed
                : completed + "; "
                        + Texts.vi(conclusion.promoted() ? "printed.parts.promoted" : "printed.parts.not-promoted");
    }
}
