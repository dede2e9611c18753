package vn.hocba.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import vn.hocba.shared.Refused;

/** Which extra windows a Sở may decide on: after the cut-off of their records, not in the past, before the next cut-off, and one at a time for each school. */
final class ExtraWindowRules {

    /** Longer than anybody means: a slip of the year. */
    private static final int MOST_MONTHS = 12;

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private ExtraWindowRules() {}

    /**
     * Whether a window may be opened.
     *
     * @param others of the same Sở and year
     * @throws Refused with what to choose instead
     */
    static void checkOpening(ExtraWindow window, YearDates dates, Collection<ExtraWindow> others, Instant now) {
        Limit cutOff = dates.limit(window.wave().cutOff());
        LocalDate first = cutOff.lastDay().plusDays(1);
        if (window.opensOn().isBefore(first)) {
            throw Refused.invalid(
                    "calendar.window.too-early",
                    DATE.format(first),
                    window.wave().cutOff().term());
        }
        if (window.opensOn().isBefore(LocalDate.ofInstant(now, ZONE))) {
            throw Refused.invalid("calendar.window.past", DATE.format(window.opensOn()));
        }
        checkLastDay(window, dates, now);
        checkOthers(window, others);
    }

    /** @throws Refused when another window is open for one of its schools at the same time */
    static void checkOthers(ExtraWindow window, Collection<ExtraWindow> others) {
        others.stream().filter(other -> meet(window, other)).findFirst().ifPresent(other -> {
            throw Refused.notNow("calendar.window.other", DATE.format(other.opensOn()), DATE.format(other.lastDay()));
        });
    }

    /**
     * Whether an open window may end on its last day.
     *
     * @throws Refused with what to choose instead
     */
    static void checkLastDay(ExtraWindow window, YearDates dates, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        if (window.closesOn().isBefore(window.opensOn()) || window.closesOn().isBefore(today)) {
            throw Refused.invalid("calendar.window.order", DATE.format(window.closesOn()));
        }
        LocalDate latest = window.opensOn().plusMonths(MOST_MONTHS).minusDays(1);
        if (window.closesOn().isAfter(latest)) {
            throw Refused.invalid("calendar.window.too-late", MOST_MONTHS, DATE.format(latest));
        }
        Limit next = dates.limit(Wave.SECOND.cutOff());
        if (window.begins().isBefore(next.instant())
                && !new Limit(window.closesOn(), true).instant().isBefore(next.instant())) {
            throw Refused.invalid(
                    "calendar.window.over-cut-off",
                    DATE.format(next.lastDay().minusDays(1)),
                    Wave.SECOND.cutOff().term());
        }
    }

    /**
     * Whether a calendar leaves the windows where they belong.
     *
     * @param windows of the same Sở and year
     * @throws Refused when a cut-off would come into one of them, or after it
     */
    static void checkCalendar(YearDates dates, Collection<ExtraWindow> windows, Instant now) {
        for (ExtraWindow window : windows) {
            Instant second = dates.cutOff(Wave.SECOND);
            boolean early = window.begins().isBefore(dates.cutOff(window.wave()));
            boolean crossed = window.begins().isBefore(second) && !window.ends().isBefore(second);
            if (now.isBefore(window.ends()) && (early || crossed)) {
                throw Refused.notNow(
                        "calendar.window.in-the-way", DATE.format(window.opensOn()), DATE.format(window.lastDay()));
            }
        }
    }

    private static boolean meet(ExtraWindow one, ExtraWindow other) {
        boolean sameSchools = one.schoolId() == null || other.isFor(one.schoolId());
        return sameSchools
                && one.begins().isBefore(other.ends())
                && other.begins().isBefore(one.ends());
    }
}
