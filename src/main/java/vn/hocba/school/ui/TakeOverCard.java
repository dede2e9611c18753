package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import vn.hocba.school.TakeOverStaff;
import vn.hocba.school.TakeOverStaff.Waiting;
import vn.hocba.shared.StaffId;
import vn.hocba.ui.Card;
import vn.hocba.ui.DataTable;
import vn.hocba.ui.Notice;
import vn.hocba.ui.Question;

/** People of a school that was merged into this one, or of classes that came from another, who wait to be confirmed; nothing where there are none. */
final class TakeOverCard extends Div {

    private static final long serialVersionUID = 1L;

    private final transient TakeOverStaff staff;
    private final String schoolId;
    private final transient Runnable changed;

    TakeOverCard(TakeOverStaff staff, String schoolId, Runnable changed) {
        this.staff = staff;
        this.schoolId = schoolId;
        this.changed = changed;
        List<Waiting> waiting = staff.waiting(schoolId);
        if (waiting.isEmpty()) {
            return;
        }
        DataTable<Waiting> table = new DataTable<Waiting>(text("school.take-over.title", waiting.size()))
                .words(text("school.roles.person"), Waiting::name)
                .words(text("school.roles.title-of"), Waiting::title)
                .words(text("school.take-over.school"), Waiting::school)
                .column(text("school.roles.action"), this::buttons);
        table.setRows(waiting);
        add(
                new Paragraph(text("school.take-over.intro")),
                new Card(text("school.take-over.title", waiting.size()), table.inItsRoom()));
    }

    private Component buttons(Waiting person) {
        Button confirm = new Button(text("school.take-over.confirm"), click -> {
            staff.confirm(schoolId, new StaffId(person.staffId()));
            Notice.done(text("school.take-over.confirmed", person.name()));
            changed.run();
        });
        confirm.setAriaLabel(text("school.take-over.confirm.of", person.name()));
        Button decline = new Button(
                text("school.take-over.decline"),
                click -> Question.ask(
                        text("school.take-over.decline.of", person.name()),
                        text("school.take-over.decline.note"),
                        text("school.take-over.decline"),
                        () -> {
                            staff.decline(schoolId, new StaffId(person.staffId()));
                            Notice.done(text("school.take-over.declined", person.name()));
                            changed.run();
                        }));
        decline.setAriaLabel(text("school.take-over.decline.of", person.name()));
        Div both = new Div(confirm, decline);
        both.addClassName("duty-days");
        return both;
    }
}
