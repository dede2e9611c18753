package vn.hocba.calendar.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;
import vn.hocba.ui.Card;

/** The dates of a year: work at schools, then both waves. */
final class CalendarForm extends Div {

    private static final long serialVersionUID = 1L;

    private final Map<Milestone, LimitField> fields = new EnumMap<>(Milestone.class);
    private transient YearDates shown;

    /** @param onChange called when a person, or {@link #show}, changes a date */
    CalendarForm(Runnable onChange) {
        addClassName("office-content");
        for (Milestone milestone : Milestone.values()) {
            LimitField field = new LimitField(milestone);
            field.onChange(onChange);
            fields.put(milestone, field);
        }
        add(
                group(
                        "calendar.school-work",
                        Milestone.OPENING,
                        Milestone.COMMENTS,
                        Milestone.HOMEROOM,
                        Milestone.PRINCIPAL,
                        Milestone.SEAL,
                        Milestone.SUBMIT),
                group("calendar.wave." + Wave.FIRST, Milestone.CUT_OFF_1, Milestone.REPORT_1),
                group(
                        "calendar.wave." + Wave.SECOND,
                        Milestone.SUMMER_ASSESSMENT,
                        Milestone.CUT_OFF_2,
                        Milestone.REPORT_2));
    }

    void show(YearDates dates, Instant now) {
        shown = dates;
        fields.forEach((milestone, field) -> field.show(dates.limit(milestone), now));
    }

    /**
     * What was entered, with the version that was shown.
     *
     * @throws vn.hocba.shared.Refused when a day is missing
     */
    YearDates read() {
        Map<Milestone, Limit> limits = new EnumMap<>(Milestone.class);
        fields.forEach((milestone, field) -> limits.put(milestone, field.read()));
        return new YearDates(shown.schoolYear(), shown.version(), limits);
    }

    private Card group(String key, Milestone... milestones) {
        Div dates = new Div();
        dates.addClassName("calendar-dates");
        for (Milestone milestone : milestones) {
            dates.add(fields.get(milestone));
        }
        return Card.padded(text(key), dates);
    }
}
