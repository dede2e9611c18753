package vn.hocba.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A day that divides in time from too late, in Việt Nam's time. The regulation says «trước ngày 30/6», which leaves out the day itself; work that is due «đến hết
 * ngày 25/5» may still be done on that day.
 *
 * @param day the day that documents name
 * @param included whether the day itself is still in time
 */
@Embeddable
public record Limit(@Column(name = "on_day") LocalDate day, boolean included) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The first instant that is too late: the start of the day, or of the next one where the day is included. */
    public Instant instant() {
        return (included ? day.plusDays(1) : day).atStartOfDay(ZONE).toInstant();
    }

    /** Whether something done at this instant is done in time. */
    public boolean isInTime(Instant at) {
        return at.isBefore(instant());
    }

    /** The last whole second that is in time. */
    public Instant lastSecond() {
        return instant().minus(Duration.ofSeconds(1));
    }

    /** The last day that is in time. */
    public LocalDate lastDay() {
        return included ? day : day.minusDays(1);
    }

    /** Days from today to the last day that is in time: 0 on that day, negative afterwards. */
    public int daysLeft(Instant now) {
        return Math.toIntExact(ChronoUnit.DAYS.between(LocalDate.ofInstant(now, ZONE), lastDay()));
    }
}
