package vn.hocba.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;

/** Ngày làm việc: Monday to Friday without the country's holidays, and as a Sở has decided for itself. */
@Service
@Transactional(readOnly = true)
public class WorkingDays {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    /** More than the longest time without a working day, Tết. */
    private static final int MORE = 30;

    private final Holidays holidays;
    private final DaysOff own;
    private final SchoolDirectory directory;
    private final Clock clock;

    WorkingDays(Holidays holidays, DaysOff own, SchoolDirectory directory, Clock clock) {
        this.holidays = holidays;
        this.own = own;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Until when something that comes in at an instant is to be answered: the last second of a working day. The day on which it comes in does not count.
     *
     * @param days 1 or more
     * @param unitId of the school or other unit that answers
     */
    public Instant after(Instant from, int days, String unitId) {
        LocalDate first = LocalDate.ofInstant(from, clock.getZone());
        LocalDate last = first.plusDays(2L * days + MORE);
        Map<LocalDate, Boolean> special =
                special(first, last, unitId).stream().collect(Collectors.toMap(SpecialDay::day, SpecialDay::working));
        LocalDate due = first.plusDays(1)
                .datesUntil(last)
                .filter(day -> special.getOrDefault(day, !WEEKEND.contains(day.getDayOfWeek())))
                .skip(days - 1L)
                .findFirst()
                .orElse(last);
        return new Limit(due, true).lastSecond();
    }

    private List<SpecialDay> special(LocalDate from, LocalDate to, String unitId) {
        return directory
                .provinceOf(unitId)
                .map(province -> of(province, from, to))
                .orElseGet(() -> holidays.between(from, to, ""));
    }

    /** The special days of a Sở, in order: its own decision stands instead of the country's day. */
    List<SpecialDay> of(Unit province, LocalDate from, LocalDate to) {
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        holidays.between(from, to, province.code()).forEach(day -> days.put(day.day(), day));
        own.between(from, to, province.id()).forEach(day -> days.put(day.day(), day));
        return List.copyOf(days.values());
    }
}
