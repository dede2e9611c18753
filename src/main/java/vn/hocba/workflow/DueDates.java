package vn.hocba.workflow;

import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Until when each step should be done: policy data under {@code hocba.due-dates}, a month and day of the year in which the school year ends.
 *
 * @param dueDates by step, such as {@code COMMENTS: --05-25}; every step has one
 */
@ConfigurationProperties("hocba")
record DueDates(Map<Step, MonthDay> dueDates) {

    /** Whole seconds: a column with fewer digits than the clock would round the day's end up to the next day. */
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    DueDates {
        for (Step step : Step.values()) {
            if (!dueDates.containsKey(step)) {
                throw new IllegalArgumentException("hocba.due-dates." + step + " is missing");
            }
        }
        dueDates = Map.copyOf(dueDates);
    }

    /** The end of the due day in Vietnam. */
    Instant of(Step step, int schoolYear) {
        return dueDates.get(step)
                .atYear(schoolYear + 1)
                .atTime(LAST_SECOND)
                .atZone(ZONE)
                .toInstant();
    }
}
