package vn.hocba.desk.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Milestone;

/** From which day a school may open a year: the calendar says so, where the Sở may also allow it earlier. */
@Component
class OpeningDay {

    private final Calendar calendar;
    private final Clock clock;

    OpeningDay(Calendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The day that is still ahead; empty from that day on. */
    Optional<LocalDate> ahead(String schoolId, int schoolYear) {
        Limit opening = calendar.at(schoolId, schoolYear).limit(Milestone.OPENING);
        return opening.isInTime(clock.instant()) ? Optional.of(opening.day()) : Optional.empty();
    }
}
