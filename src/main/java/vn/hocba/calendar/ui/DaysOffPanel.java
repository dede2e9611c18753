package vn.hocba.calendar.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import vn.hocba.calendar.DecideDaysOff;
import vn.hocba.calendar.SpecialDay;
import vn.hocba.ui.Badge;
import vn.hocba.ui.Card;
import vn.hocba.ui.DateField;
import vn.hocba.ui.Line;
import vn.hocba.ui.Notice;

/** Which days do not count as working days, or do although the week says otherwise; the Sở adds its own. */
final class DaysOffPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DecideDaysOff daysOff;
    private final DatePicker day = DateField.make();
    private final Select<Boolean> kind = new Select<>();
    private final TextField reason = new TextField();
    private final Div list = new Div();
    private int schoolYear;

    DaysOffPanel(DecideDaysOff daysOff) {
        this.daysOff = daysOff;
        day.setLabel(text("calendar.day-off.day"));
        kind.setLabel(text("calendar.day-off.kind"));
        kind.setItems(false, true);
        kind.setItemLabelGenerator(DaysOffPanel::kindOf);
        kind.setValue(false);
        reason.setLabel(text("calendar.day-off.reason"));
        reason.setMaxLength(DecideDaysOff.LONGEST_REASON);
        Div entry = new Div(day, kind, reason, new Button(text("calendar.day-off.add"), click -> add()));
        entry.addClassName("calendar-head");
        add(Card.padded(text("calendar.day-off.title"), new Paragraph(text("calendar.day-off.intro")), entry, list));
    }

    /** @param year the calendar year in which the school year starts */
    void show(int year) {
        schoolYear = year;
        list.removeAll();
        daysOff.ofYear(year).forEach(special -> list.add(line(special)));
    }

    private Line line(SpecialDay special) {
        Line line = new Line(
                date(special.day()),
                special.working() ? Badge.soon(kindOf(true)) : Badge.plain(kindOf(false)),
                new Div(special.name()));
        if (special.decidedBy() == null) {
            return line;
        }
        Button takeBack = new Button(text("calendar.day-off.take-back"), click -> {
            daysOff.takeBack(special.day());
            show(schoolYear);
            Notice.done(text("calendar.day-off.taken-back", date(special.day())));
        });
        takeBack.getElement().setAttribute("aria-label", text("calendar.day-off.take-back-of", date(special.day())));
        return line.note(text("calendar.day-off.own", special.decidedBy())).actions(takeBack);
    }

    private void add() {
        if (!DateField.areReadableIn(this)) {
            return;
        }
        daysOff.decide(day.getValue(), Boolean.TRUE.equals(kind.getValue()), reason.getValue());
        Notice.done(text("calendar.day-off.decided", date(day.getValue())));
        day.clear();
        reason.clear();
        show(schoolYear);
    }

    private static String kindOf(boolean working) {
        return text(working ? "calendar.day-off.worked" : "calendar.day-off.free");
    }
}
