package vn.hocba.oversight.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.hocba.oversight.ProgressBoard.Line;
import vn.hocba.record.RecordState;

/** A line's records as one bar, from accepted to not opened, with the same said in words. */
final class StateBar {

    private StateBar() {}

    static Component of(Line line) {
        int whole = Math.max(1, Math.max(line.studying(), line.counts().total()));
        int accepted = line.counts().accepted();
        int percent = Math.floorDiv(accepted * 100, whole);
        Div bar = new Div(
                part("accepted", accepted, whole),
                part(
                        "school",
                        line.counts()
                                .at(
                                        RecordState.PRINCIPAL,
                                        RecordState.SEALING,
                                        RecordState.RELEASED,
                                        RecordState.SUBMITTED),
                        whole),
                part("homeroom", line.counts().at(RecordState.HOMEROOM), whole),
                part("comments", line.counts().at(RecordState.COMMENTING), whole));
        bar.addClassName("stacked-bar");
        bar.getElement().setAttribute("role", "img");
        bar.getElement().setAttribute("aria-label", text("oversight.bar.words", percent, accepted, whole));
        Span words = new Span(text("oversight.bar.percent", percent));
        words.getElement().setAttribute("aria-hidden", "true");
        Div both = new Div(bar, words);
        both.addClassName("state-line");
        return both;
    }

    private static Span part(String kind, int records, int whole) {
        Span part = new Span();
        part.addClassName("stacked-" + kind);
        part.getStyle().set("width", records * 100.0 / whole + "%");
        return part;
    }
}
