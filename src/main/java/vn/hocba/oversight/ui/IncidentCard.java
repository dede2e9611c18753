package vn.hocba.oversight.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import vn.hocba.submission.Incidents.Incident;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.Line;

/** «Sự cố gửi học bạ lên Sở»: how many records of which schools wait because something does not get through. */
final class IncidentCard {

    /** More than this are shown on demand: an outage of the province has a line for every school. */
    private static final int AT_FIRST = 5;

    private IncidentCard() {}

    /** @param incidents most waiting records first */
    static Component of(List<Incident> incidents) {
        if (incidents.isEmpty()) {
            Paragraph none = new Paragraph(text("oversight.incident.none"));
            none.addClassName("small-print");
            return none;
        }
        int records = incidents.stream().mapToInt(Incident::records).sum();
        Card card = new Card(text("oversight.incident.title")).urgent();
        card.add(new Line(text("oversight.incident.sum", number(records), number(incidents.size()))));
        incidents.stream().limit(AT_FIRST).forEach(incident -> card.add(line(incident)));
        if (incidents.size() > AT_FIRST) {
            card.add(rest(card, incidents));
        }
        return card;
    }

    private static Component rest(Card card, List<Incident> incidents) {
        Div place = new Div();
        place.addClassName("card-body");
        place.add(new Button(text("oversight.incident.all", number(incidents.size())), click -> {
            card.remove(place);
            incidents.stream().skip(AT_FIRST).forEach(incident -> card.add(line(incident)));
        }));
        return place;
    }

    private static Line line(Incident incident) {
        Line line = new Line(
                incident.schoolName(),
                Badge.late(
                        text("oversight.incident.waiting", number(incident.records()), number(incident.packages()))));
        incident.errors().forEach(line::text);
        if (incident.exhausted() > 0 && incident.exhausted() < incident.packages()) {
            line.text(text("oversight.incident.exhausted", incident.exhausted()));
        }
        line.text(incident.next().words());
        return line.note(text("oversight.incident.since", moment(incident.since())));
    }
}
