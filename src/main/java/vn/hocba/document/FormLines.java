package vn.hocba.document;

import java.util.ArrayList;
import java.util.List;
import vn.hocba.document.typeset.Align;
import vn.hocba.document.typeset.Flow;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Paragraph;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.Run;
import vn.hocba.document.typeset.Sheet;
import vn.hocba.document.typeset.SideBySide;
import vn.hocba.document.typeset.SideBySide.Column;
import vn.hocba.document.typeset.Space;
import vn.hocba.document.typeset.Stack;
import vn.hocba.document.typeset.Style;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** The lines that the pages of a year have, whatever the regulation: its head, titles, notes, fields beside each other. */
final class FormLines {

    private final Fonts fonts;

    FormLines(Fonts fonts) {
        this.fonts = fonts;
    }

    /**
     * The school year, the school, the class and whose record it is.
     *
     * @param effect since when the year is in effect and who says so, in words; null for none
     */
    void head(RecordSnapshot snapshot, String effect, Flow flow) {
        float width = flow.sheet().width();
        flow.addAll(Paragraph.lines(
                fonts,
                width,
                Align.CENTER,
                new Run(
                        Texts.vi("printed.year.title", new SchoolYear(snapshot.schoolYear()).toString()),
                        Style.bold(15))));
        if (effect != null) {
            flow.addAll(Paragraph.lines(fonts, width, Align.CENTER, new Run(effect, FormStyle.NOTE)));
        }
        flow.gap(Sheet.mm(3));
        columns(
                flow,
                new float[] {0, 0.7f},
                field("school", snapshot.issuer().schoolName()),
                field("class", snapshot.className()));
        columns(flow, new float[] {0}, field("name", snapshot.pupil().fullName()));
    }

    static Run[] field(String key, Object value) {
        return new Run[] {
            new Run(Texts.vi("printed.year." + key) + " ", FormStyle.BODY),
            new Run(FormText.orBlank(value), FormStyle.STRONG)
        };
    }

    void columns(Flow flow, float[] starts, Run[]... fields) {
        float width = flow.sheet().width();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            float start = starts[i] * width;
            float end = i + 1 < fields.length ? starts[i + 1] * width - Sheet.mm(2) : width;
            columns.add(new Column(start, new Stack(Paragraph.lines(fonts, end - start, Align.LEFT, fields[i]))));
        }
        flow.add(new SideBySide(columns));
        flow.gap(FormStyle.LINE_GAP);
    }

    void title(Flow flow, String key) {
        flow.gap(FormStyle.LINE_GAP);
        flow.addAll(Paragraph.lines(fonts, flow.sheet().width(), Align.LEFT, new Run(Texts.vi(key), FormStyle.STRONG)));
        flow.add(new Space(FormStyle.LINE_GAP));
    }

    void note(Flow flow, String key) {
        List<Piece> lines =
                Paragraph.lines(fonts, flow.sheet().width(), Align.LEFT, new Run(Texts.vi(key), FormStyle.NOTE));
        flow.gap(2);
        flow.addAll(lines);
    }

    List<Piece> decision(float width, String key, String value) {
        List<Piece> lines = Paragraph.lines(
                fonts,
                width,
                Align.LEFT,
                new Run(Texts.vi(key) + " ", FormStyle.STRONG),
                new Run(FormText.orBlank(value), FormStyle.BODY));
        lines.add(new Space(FormStyle.LINE_GAP));
        return lines;
    }
}
