package vn.hocba.dossier.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import vn.hocba.dossier.RecordPage;
import vn.hocba.record.RecordState;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.ProcessDiagram;
import vn.hocba.ui.Wording;

/** Where a record is in its process: drawn, and in words. */
final class RecordPlace {

    private RecordPlace() {}

    static Component of(RecordPage.Page page) {
        ProcessDiagram diagram = new ProcessDiagram(
                text("office.record.tab.process"),
                page.place().model(),
                page.place().current(),
                page.place().passed());
        OrderedList steps = new OrderedList();
        steps.addClassName("record-steps");
        for (RecordState state : stations(page.state())) {
            Span name = new Span(state.term());
            steps.add(new ListItem(name, badge(state, page.state())));
        }
        Div all = new Div(new Paragraph(
                text("office.record.process.now", page.state().term(), Wording.moment(page.stateSince()))));
        if (page.place().isForgotten()) {
            all.add(new Paragraph(text("office.record.process.forgotten")));
        }
        all.add(diagram, Card.padded(text("office.record.process.steps"), steps));
        all.addClassName("office-content");
        return all;
    }

    /** The way of a record that nothing happens to, and where it left that way. */
    private static List<RecordState> stations(RecordState now) {
        return Arrays.stream(RecordState.values())
                .filter(state -> state.compareTo(RecordState.FROZEN) <= 0 || state == now)
                .toList();
    }

    private static Component badge(RecordState state, RecordState now) {
        if (state == now) {
            return Badge.soon(text("office.record.process.here"));
        }
        if (now.compareTo(RecordState.FROZEN) > 0) {
            return Badge.plain("–");
        }
        return state.compareTo(now) < 0
                ? Badge.ok(text("office.record.process.passed"))
                : Badge.plain(text("office.record.process.ahead"));
    }
}
