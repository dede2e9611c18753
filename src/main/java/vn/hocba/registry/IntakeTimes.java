package vn.hocba.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.ExtraWindows;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.UnitId;

/** What a school has to know of the days before it hands records in: which cut-off is over, and whether the Sở takes late ones. */
@Service
@Transactional(readOnly = true)
public class IntakeTimes {

    private final Calendar calendar;
    private final ExtraWindows windows;
    private final SchoolDirectory directory;
    private final Clock clock;

    IntakeTimes(Calendar calendar, ExtraWindows windows, SchoolDirectory directory, Clock clock) {
        this.calendar = calendar;
        this.windows = windows;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A cut-off that is over, for a school.
     *
     * @param over name of the latest wave that is over
     * @param milestone key of its name
     * @param day of the calendar
     * @param included whether the day itself was in time
     * @param opensOn first day of the extra window that is open or comes next; null: there is none
     * @param closesOn its last day; null: there is none
     * @param open whether it takes records now
     */
    public record Late(
            String over,
            String milestone,
            LocalDate day,
            boolean included,
            LocalDate opensOn,
            LocalDate closesOn,
            boolean open) {}

    /** Empty while everything is in time. */
    public Optional<Late> late(String schoolId, int schoolYear) {
        Instant now = clock.instant();
        YearDates dates = calendar.at(schoolId, schoolYear);
        Optional<Wave> over = List.of(Wave.SECOND, Wave.FIRST).stream()
                .filter(wave -> !dates.isInTime(wave, now))
                .findFirst();
        return over.map(wave -> late(wave, dates.limit(wave.cutOff()), next(schoolId, schoolYear, now), now));
    }

    private Optional<ExtraWindow> next(String schoolId, int schoolYear, Instant now) {
        return directory.provinceOf(schoolId).map(Unit::id).stream()
                .flatMap(province ->
                        windows.ahead(new UnitId(province), new SchoolId(schoolId), schoolYear, now).stream())
                .findFirst();
    }

    private static Late late(Wave over, Limit limit, Optional<ExtraWindow> next, Instant now) {
        return new Late(
                over.name(),
                over.cutOff().key(),
                limit.day(),
                limit.included(),
                next.map(ExtraWindow::opensOn).orElse(null),
                next.map(ExtraWindow::closesOn).orElse(null),
                next.filter(window -> window.isOpen(now)).isPresent());
    }
}
