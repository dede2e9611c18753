package vn.hocba.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.hocba.document.typeset.Flow;
import vn.hocba.document.typeset.Fonts;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.Space;
import vn.hocba.document.typeset.Stack;
import vn.hocba.document.typeset.Table;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Tt27View;
import vn.hocba.record.Tt27View.Summary;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/** The pages of one school year: its six sections and the signatures. */
final class YearPages {

    private final Fonts fonts;
    private final SignatureBlock signing;
    private final FormLines lines;

    YearPages(Fonts fonts, SignatureBlock signing) {
        this.fonts = fonts;
        this.signing = signing;
        this.lines = new FormLines(fonts);
    }

    void print(RecordSnapshot version, String effect, Flow flow) {
        Tt27View snapshot = Tt27View.of(version);
        head(snapshot, effect, flow);
        lines.title(flow, "printed.subjects.title");
        flow.add(new SubjectTable(fonts, flow.sheet().width()).of(snapshot));
        lines.note(flow, "printed.subjects.note");

        Table traits = new TraitTable(fonts, flow.sheet().width()).of(snapshot);
        flow.gap(FormStyle.SECTION_GAP);
        flow.ensure(traits.height());
        flow.add(traits);
        lines.note(flow, "printed.traits.note");

        flow.gap(FormStyle.LINE_GAP);
        flow.add(conclusion(snapshot, flow.sheet().width()));
    }

    /** Sections 4 to 6 with the signatures: who signs sees on the same page what was decided. */
    private Piece conclusion(Tt27View snapshot, float width) {
        Summary summary = snapshot.summary();
        List<Piece> pieces = new ArrayList<>();
        pieces.addAll(lines.decision(width, "printed.overall.title", overall(snapshot)));
        if (snapshot.individually() != null && snapshot.individually().ground() != null) {
            pieces.addAll(lines.decision(
                    width, "printed.ground.title", snapshot.individually().ground()));
        }
        pieces.addAll(lines.decision(width, "printed.reward.title", reward(snapshot)));
        pieces.addAll(lines.decision(width, "printed.completion.title", completion(snapshot)));
        pieces.add(new Space(FormStyle.SECTION_GAP));
        pieces.add(signing.ofYear(width));
        return new Stack(pieces);
    }

    private void head(Tt27View snapshot, String effect, Flow flow) {
        Summary summary = snapshot.summary();
        lines.head(snapshot.version(), effect, flow);
        lines.columns(
                flow,
                new float[] {0, 0.44f},
                FormLines.field("height", measure(summary.heightCm(), "cm")),
                FormLines.field("weight", measure(summary.weightKg(), "kg")));
        lines.columns(
                flow,
                new float[] {0, 0.44f},
                FormLines.field("excused", summary.excusedAbsences()),
                FormLines.field("unexcused", summary.unexcusedAbsences()));
    }

    private static String reward(Tt27View snapshot) {
        String reward = snapshot.summary().reward();
        return snapshot.rewardGround() == null || reward == null || reward.isBlank()
                ? reward
                : Texts.vi("printed.reward.for", reward, snapshot.rewardGround());
    }

    private static String overall(Tt27View snapshot) {
        if (snapshot.individually() != null) {
            return snapshot.individually().words();
        }
        String overall = snapshot.summary().overall();
        return overall == null ? null : Texts.vi("assessment.result." + overall);
    }

    private static String measure(BigDecimal value, String unit) {
        return value == null ? null : Tt27View.words(value) + " " + unit;
    }

    /** Nothing is said while the overall result is open; a pupil of the last grade completes primary level and is not promoted. */
    private static String completion(Tt27View snapshot) {
        Summary summary = snapshot.summary();
        boolean individually = snapshot.individually() != null;
        if (summary.overall() == null && !individually) {
            return null;
        }
        String done = summary.programmeCompleted() ? "done" : "not-done";
        String by = individually ? Texts.vi("printed.completion.by-plan") : "";
        if (SchoolLevel.endsWith(snapshot.version().grade())) {
            return Texts.vi("printed.completion.level." + done) + by;
        }
        String text =
                Texts.vi("printed.completion.class." + done, snapshot.version().grade()) + by;
        if (summary.promoted() == null) {
            return text;
        }
        return text + "; "
                + (summary.promoted()
                        ? Texts.vi("printed.promoted", snapshot.version().grade() + 1)
                        : Texts.vi("printed.not-promoted"));
    }
}
