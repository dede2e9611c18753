package vn.hocba.calendar;

import java.util.EnumMap;
import java.util.Map;

/** A calendar that differs in one limit. */
public final class OtherDates {

    private OtherDates() {}

    public static YearDates with(YearDates dates, Milestone milestone, Limit limit) {
        Map<Milestone, Limit> changed = new EnumMap<>(dates.limits());
        changed.put(milestone, limit);
        return new YearDates(dates.schoolYear(), dates.version(), changed);
    }
}
