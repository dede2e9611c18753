package vn.hocba.calendar.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import vn.hocba.calendar.CalendarHistory.Decision;
import vn.hocba.calendar.DateChange;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Milestone;
import vn.hocba.ui.Card;
import vn.hocba.ui.Line;

/** What a decision changes or changed, in words. */
final class DecisionWords {

    private DecisionWords() {}

    /** «Chốt đợt 1: 30/06/2027 → 28/06/2027», one line each. */
    static Component changes(List<DateChange> changes) {
        UnorderedList list = new UnorderedList();
        list.addClassName("calendar-changes");
        changes.forEach(change -> list.add(new ListItem(sentence(change))));
        return list;
    }

    /** The decisions about a year, as they were taken. */
    static Card card(List<Decision> decisions) {
        Card card = new Card(text("calendar.decisions"));
        for (Decision decision : decisions) {
            Line line = new Line(text("calendar.decision", decision.number()))
                    .note(text("calendar.decision.who", decision.byName(), moment(decision.at())))
                    .text(decision.reason());
            decision.changes().forEach(change -> line.text(sentence(change)));
            card.add(line);
        }
        if (decisions.isEmpty()) {
            return Card.padded(text("calendar.decisions"), new Paragraph(text("calendar.decisions.none")));
        }
        return card;
    }

    private static String sentence(DateChange change) {
        return text(
                "calendar.change",
                text(change.milestone().key()),
                day(change.milestone(), change.from()),
                day(change.milestone(), change.to()));
    }

    private static String day(Milestone milestone, Limit limit) {
        String day = date(limit.day());
        return milestone.isOfLaw() && limit.included() ? text("calendar.limit.included", day) : day;
    }
}
