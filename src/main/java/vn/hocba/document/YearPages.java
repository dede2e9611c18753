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
import vn.hocba.document.typeset.Table;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Summary;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** The pages of one school year: its six sections and the signatures. */
final class YearPages {

    private final Fonts fonts;
    private final SignatureBlock signing;

    YearPages(Fonts fonts, SignatureBlock signing) {
        this.fonts = fonts;
        this.signing = signing;
    }

    void print(RecordSnapshot snapshot, Flow flow) {
        head(snapshot, flow);
        title(flow, "printed.subjects.title");
        flow.add(new SubjectTable(fonts, flow.sheet().width()).of(snapshot));
        note(flow, "printed.subjects.note");

        Table traits = new TraitTable(fonts, flow.sheet().width()).of(snapshot);
        flow.gap(FormStyle.SECTION_GAP);
        flow.ensure(traits.height());
        flow.add(traits);
        note(flow, "printed.traits.note");

        flow.gap(FormStyle.LINE_GAP);
        flow.add(conclusion(snapshot, flow.sheet().width()));
    }

    /** Sections 4 to 6 with the signatures: who signs sees on the same page what was decided. */
    private Piece conclusion(RecordSnapshot snapshot, float width) {
        Summary summary = snapshot.summary();
        List<Piece> pieces = new ArrayList<>();
        pieces.addAll(decision(
                width,
                "printed.overall.title",
                summary.overall() == null ? null : summary.overall().term()));
        boolean rewarded = summary.reward() != null && !summary.reward().isBlank();
        pieces.addAll(
                decision(width, "printed.reward.title", rewarded ? summary.reward() : Texts.vi("printed.reward.none")));
        pieces.addAll(decision(width, "printed.completion.title", completion(snapshot)));
        pieces.add(new Space(FormStyle.SECTION_GAP));
        pieces.add(signing.ofYear(width));
        return new Stack(pieces);
    }

    private void head(RecordSnapshot snapshot, Flow flow) {
        Summary summary = snapshot.summary();
        float width = flow.sheet().width();
        flow.addAll(Paragraph.lines(
                fonts,
                width,
                Align.CENTER,
                new Run(
                        Texts.vi("printed.year.title", new SchoolYear(snapshot.schoolYear()).toString()),
                        Style.bold(15))));
        flow.gap(Sheet.mm(3));
        columns(
                flow,
                new float[] {0, 0.7f},
                field("school", snapshot.issuer().schoolName()),
                field("class", snapshot.className()));
        columns(flow, new float[] {0}, field("name", snapshot.pupil().fullName()));
        columns(
                flow,
                new float[] {0, 0.44f},
                field("height", measure(summary.heightCm(), "cm")),
                field("weight", measure(summary.weightKg(), "kg")));
        columns(
                flow,
                new float[] {0, 0.44f, 0.7f},
                field("absences", total(summary)),
                field("excused", summary.excusedAbsences()),
                field("unexcused", summary.unexcusedAbsences()));
    }

    private static Integer total(Summary summary) {
        return summary.excusedAbsences() == null || summary.unexcusedAbsences() == null
                ? null
                : Integer.valueOf(summary.excusedAbsences() + summary.unexcusedAbsences());
    }

    private static String measure(Integer value, String unit) {
        return value == null ? null : value + " " + unit;
    }

    private static Run[] field(String key, Object value) {
        return new Run[] {
            new Run(Texts.vi("printed.year." + key) + " ", FormStyle.BODY),
            new Run(FormText.orBlank(value), FormStyle.STRONG)
        };
    }

    private void columns(Flow flow, float[] starts, Run[]... fields) {
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

    private void title(Flow flow, String key) {
        flow.gap(FormStyle.LINE_GAP);
        flow.addAll(Paragraph.lines(fonts, flow.sheet().width(), Align.LEFT, new Run(Texts.vi(key), FormStyle.STRONG)));
        flow.add(new Space(FormStyle.LINE_GAP));
    }

    private void note(Flow flow, String key) {
        List<Piece> lines =
                Paragraph.lines(fonts, flow.sheet().width(), Align.LEFT, new Run(Texts.vi(key), FormStyle.NOTE));
        flow.gap(2);
        flow.addAll(lines);
    }

    private List<Piece> decision(float width, String key, String value) {
        List<Piece> lines = Paragraph.lines(
                fonts,
                width,
                Align.LEFT,
                new Run(Texts.vi(key) + " ", FormStyle.STRONG),
                new Run(FormText.orBlank(value), FormStyle.BODY));
        lines.add(new Space(FormStyle.LINE_GAP));
        return lines;
    }

    /** Nothing is said while the overall result is open; a pupil of the last grade completes primary level and is not promoted. */
    private static String completion(RecordSnapshot snapshot) {
        Summary summary = snapshot.summary();
        if (summary.overall() == null) {
            return null;
        }
        String done = summary.programmeCompleted() ? "done" : "not-done";
        if (SchoolLevel.endsWith(snapshot.grade())) {
            return Texts.vi("printed.completion.level." + done);
        }
        String text = Texts.vi("printed.completion.class." + done, snapshot.grade());
        if (summary.promoted() == null) {
            return text;
        }
        return text + "; "
                + (summary.promoted()
                        ? Texts.vi("printed.promoted", snapshot.grade() + 1)
                        : Texts.vi("printed.not-promoted"));
    }
}
