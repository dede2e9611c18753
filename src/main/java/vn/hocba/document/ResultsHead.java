package vn.hocba.document;

import java.util.ArrayList;
import java.util.List;
import vn.hocba.document.typeset.Align;
import vn.hocba.document.typeset.Flow;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Paragraph;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.Run;
import vn.hocba.document.typeset.SideBySide;
import vn.hocba.document.typeset.SideBySide.Column;
import vn.hocba.document.typeset.Stack;
import vn.hocba.document.typeset.Style;
import vn.hocba.shared.Texts;

/** What stands above the results of a pupil who goes to another school: who says so, until which day, for whom. */
final class ResultsHead {

    private static final float TITLE = 14;
    /** Of the width; the name of the country beside it fits in one line. */
    private static final float ISSUER = 0.4f;

    private final Fonts fonts;

    ResultsHead(Fonts fonts) {
        this.fonts = fonts;
    }

    void print(HandOver handOver, Flow flow) {
        float width = flow.sheet().width();
        float left = width * ISSUER;
        flow.add(new SideBySide(List.of(new Column(0, issuer(handOver, left)), new Column(left, motto(width - left)))));
        flow.gap(FormStyle.SECTION_GAP);
        centred(flow, Texts.vi("printed.results.title"), Style.bold(TITLE));
        centred(flow, Texts.vi("printed.results.until", FormText.day(handOver.createdOn())), FormStyle.BODY);
        flow.gap(FormStyle.SECTION_GAP);
        field(
                flow,
                "printed.results.birth-date",
                FormText.day(handOver.unfinished().pupil().birthDate()));
        field(flow, "printed.results.to", to(handOver.receiver()));
        if (handOver.progress() != null) {
            field(flow, "printed.results.progress", handOver.progress());
        }
        flow.gap(FormStyle.LINE_GAP);
    }

    private static String to(HandOver.Receiver receiver) {
        return receiver.provinceName() == null
                ? receiver.schoolName()
                : Texts.vi("printed.results.of", receiver.schoolName(), receiver.provinceName());
    }

    private Stack issuer(HandOver handOver, float width) {
        List<Piece> lines = new ArrayList<>();
        lines.addAll(line(width, FormText.orBlank(handOver.sender().provinceName()), FormStyle.BODY));
        lines.addAll(line(width, handOver.sender().schoolName(), FormStyle.STRONG));
        return new Stack(lines);
    }

    private Stack motto(float width) {
        List<Piece> lines = new ArrayList<>();
        lines.addAll(line(width, Texts.vi("printed.results.country"), FormStyle.STRONG));
        lines.addAll(line(width, Texts.vi("printed.results.motto"), FormStyle.STRONG));
        return new Stack(lines);
    }

    private List<Piece> line(float width, String text, Style style) {
        return Paragraph.lines(fonts, width, Align.CENTER, new Run(text, style));
    }

    private void centred(Flow flow, String text, Style style) {
        flow.addAll(Paragraph.lines(fonts, flow.sheet().width(), Align.CENTER, new Run(text, style)));
    }

    private void field(Flow flow, String key, String value) {
        flow.addAll(Paragraph.lines(
                fonts,
                flow.sheet().width(),
                Align.LEFT,
                new Run(Texts.vi(key) + " ", FormStyle.BODY),
                new Run(value, FormStyle.STRONG)));
        flow.gap(FormStyle.LINE_GAP);
    }
}
