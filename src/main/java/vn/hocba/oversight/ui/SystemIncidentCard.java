package vn.hocba.oversight.ui;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.number;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.Line;
import vn.hocba.ui.Notice;
import vn.hocba.workflow.SystemIncidents;
import vn.hocba.workflow.SystemIncidents.Incident;

/** «Sự cố của hệ thống»: at which steps of which processes the system stands, and a button for each; nothing while all goes well. */
class SystemIncidentCard extends Div {

    private static final long serialVersionUID = 1L;

    private final transient SystemIncidents incidents;
    private final transient Runnable tried;

    /** @param tried called when something was tried again */
    SystemIncidentCard(SystemIncidents incidents, Runnable tried) {
        this.incidents = incidents;
        this.tried = tried;
        show();
    }

    private void show() {
        removeAll();
        List<Incident> now = incidents.ofProvince();
        setVisible(!now.isEmpty());
        if (now.isEmpty()) {
            return;
        }
        Paragraph intro = new Paragraph(text("oversight.system.intro"));
        intro.addClassName("card-body");
        Card card = new Card(text("oversight.system.title"), intro).urgent();
        now.forEach(incident -> card.add(line(incident)));
        add(card);
    }

    private Line line(Incident incident) {
        Line line = new Line(
                text("oversight.system.step", incident.processName(), incident.stepName()),
                Badge.late(text("oversight.system.waiting", number(incident.waiting()))));
        if (incident.exhausted() > 0) {
            line.text(text("oversight.system.exhausted", number(incident.exhausted())));
        }
        if (incident.exhausted() < incident.waiting()) {
            line.text(
                    incident.next() == null
                            ? text("oversight.system.now")
                            : text("oversight.system.next", moment(incident.next())));
        }
        line.note(text("oversight.system.since", moment(incident.since()), incident.logNumber()));
        if (incident.mayTry()) {
            line.actions(again(incident));
        }
        return line;
    }

    private Button again(Incident incident) {
        Button again = new Button(text("oversight.system.again"), click -> {
            int given = incidents.tryAgain(incident.process(), incident.activity());
            Notice.done(text("oversight.system.tried", number(given)));
            show();
            tried.run();
        });
        again.getElement().setAttribute("aria-label", text("oversight.system.again.of", incident.stepName()));
        return again;
    }
}
