package vn.hocba.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.hocba.document.typeset.Align;
import vn.hocba.document.typeset.Cell;
import vn.hocba.document.typeset.Flow;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Paragraph;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.Row;
import vn.hocba.document.typeset.Run;
import vn.hocba.document.typeset.Style;
import vn.hocba.document.typeset.Table;
import vn.hocba.shared.Texts;

/** What was changed after the freeze, by which decision, and what follows from it for level, result, completion, promotion and reward. */
final class SupplementAnnex {

    private static final float[] COLUMNS = {0.32f, 0.34f, 0.34f};
    private static final String[] HEADINGS = {"field", "former", "right"};

    private final Fonts fonts;

    SupplementAnnex(Fonts fonts) {
        this.fonts = fonts;
    }

    /** @param supplements oldest first */
    void print(List<Supplement> supplements, Flow flow) {
        paragraph(flow, Align.CENTER, Texts.vi("printed.annex.title"), Style.bold(14));
        flow.gap(FormStyle.LINE_GAP);
        paragraph(flow, Align.LEFT, Texts.vi("printed.annex.intro"), FormStyle.BODY);
        for (int i = 0; i < supplements.size(); i++) {
            flow.gap(3 * FormStyle.LINE_GAP);
            print(i + 1, supplements.get(i), flow);
        }
    }

    private void print(int number, Supplement supplement, Flow flow) {
        Supplement.Decision decision = supplement.decision();
        paragraph(
                flow,
                Align.LEFT,
                Texts.vi(
                        "printed.annex.decision",
                        number,
                        decision.number(),
                        FormText.day(decision.on()),
                        decision.authority()),
                FormStyle.STRONG);
        paragraph(flow, Align.LEFT, Texts.vi("printed.annex.reason", decision.reason()), FormStyle.BODY);
        flow.gap(FormStyle.LINE_GAP);
        float width = flow.sheet().width();
        Supplement.Change change = supplement.change();
        List<Row> rows = new ArrayList<>();
        rows.add(row(width, FormStyle.CELL, change.fieldName(), change.former(), change.right()));
        for (Supplement.Consequence follows : supplement.consequences()) {
            rows.add(row(
                    width,
                    FormStyle.CELL,
                    Texts.vi("printed.annex.follows", follows.fieldName()),
                    follows.former(),
                    follows.right()));
        }
        String[] headings = new String[HEADINGS.length];
        for (int i = 0; i < HEADINGS.length; i++) {
            headings[i] = Texts.vi("printed.annex." + HEADINGS[i]);
        }
        flow.add(new Table(row(width, FormStyle.CELL_STRONG, headings), rows));
    }

    private Row row(float width, Style style, String... values) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            cells.add(cell(width * COLUMNS[i], Objects.requireNonNullElse(values[i], ""), style));
        }
        return new Row(cells);
    }

    private Cell cell(float width, String text, Style style) {
        return new Cell(width, FormStyle.CELL_PADDING, true, lines(width, text, style));
    }

    private List<Piece> lines(float width, String text, Style style) {
        return Paragraph.lines(fonts, FormStyle.CELL_PADDING.inside(width), Align.LEFT, new Run(text, style));
    }

    private void paragraph(Flow flow, Align align, String text, Style style) {
        flow.addAll(Paragraph.lines(fonts, flow.sheet().width(), align, new Run(text, style)));
    }
}
