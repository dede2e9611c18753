package vn.hocba.calendar;

import java.util.List;

/** A date that one version of a calendar has otherwise than another. */
public record DateChange(Milestone milestone, Limit from, Limit to) {

    static List<DateChange> between(YearDates before, YearDates after) {
        return after.differingFrom(before).stream()
                .map(milestone -> new DateChange(milestone, before.limit(milestone), after.limit(milestone)))
                .toList();
    }
}
