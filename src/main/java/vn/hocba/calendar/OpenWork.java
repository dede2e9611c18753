package vn.hocba.calendar;

/** What lies above and follows the calendar; asked before a decision, told of it by {@link CalendarChanged}. */
public interface OpenWork {

    /** How many pieces of open work will be due at another instant. */
    int following(CalendarChanged change);
}
