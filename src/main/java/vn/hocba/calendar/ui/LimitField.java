package vn.hocba.calendar.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Milestone;
import vn.hocba.shared.Refused;
import vn.hocba.ui.DateField;

/** One date of the calendar: the day, whether it counts, and what that means to the second. */
final class LimitField extends Div {

    private static final long serialVersionUID = 1L;

    private final Milestone milestone;
    private final DatePicker day = DateField.make();
    private final Checkbox included = new Checkbox(text("calendar.included"));

    LimitField(Milestone milestone) {
        this.milestone = milestone;
        addClassName("calendar-limit");
        day.setLabel(text(milestone.key()));
        day.addValueChangeListener(change -> explain());
        included.addValueChangeListener(change -> explain());
        included.setAriaLabel(text("calendar.limit.included", text(milestone.key())));
        add(day);
        if (milestone.isOfLaw()) {
            add(included);
        }
    }

    /** @param now what has come by then cannot be moved, save due dates */
    void show(Limit limit, Instant now) {
        included.setValue(limit.included());
        day.setValue(limit.day());
        boolean over = !milestone.isDue() && !limit.isInTime(now);
        day.setReadOnly(over);
        included.setReadOnly(over);
        if (over) {
            day.setHelperText(text("calendar.is-past"));
        }
    }

    /** @throws Refused when no day is given */
    Limit read() {
        if (day.isEmpty()) {
            throw Refused.notNow("calendar.missing", milestone.term());
        }
        return limit();
    }

    void onChange(Runnable listener) {
        day.addValueChangeListener(change -> listener.run());
        included.addValueChangeListener(change -> listener.run());
    }

    private void explain() {
        if (day.isEmpty()) {
            day.setHelperText(null);
        } else if (milestone == Milestone.OPENING) {
            day.setHelperText(text("calendar.from-moment", date(day.getValue())));
        } else {
            day.setHelperText(text("calendar.last-moment", date(limit().lastDay())));
        }
    }

    private Limit limit() {
        return new Limit(day.getValue(), milestone.isOfLaw() ? included.getValue() : milestone.isDue());
    }
}
