package vn.hocba.calendar;

import static vn.hocba.calendar.Milestone.COMMENTS;
import static vn.hocba.calendar.Milestone.CUT_OFF_1;
import static vn.hocba.calendar.Milestone.CUT_OFF_2;
import static vn.hocba.calendar.Milestone.HOMEROOM;
import static vn.hocba.calendar.Milestone.OPENING;
import static vn.hocba.calendar.Milestone.PRINCIPAL;
import static vn.hocba.calendar.Milestone.REPORT_1;
import static vn.hocba.calendar.Milestone.REPORT_2;
import static vn.hocba.calendar.Milestone.SEAL;
import static vn.hocba.calendar.Milestone.SUBMIT;
import static vn.hocba.calendar.Milestone.SUMMER_ASSESSMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;

/** Which calendar a Sở may decide on: dates in their order, and nothing that has come is undone. */
final class CalendarRules {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private CalendarRules() {}

    /** One date follows another; on the same instant only where equal is true. */
    private record Order(Milestone first, Milestone then, boolean equal) {

        boolean holdsIn(YearDates dates) {
            Instant one = dates.limit(first).instant();
            Instant other = dates.limit(then).instant();
            return one.isBefore(other) || equal && one.equals(other);
        }
    }

    /** A due day ends where a cut-off on the next morning begins: the two may share the instant. */
    private static final List<Order> ORDER = List.of(
            new Order(OPENING, COMMENTS, false),
            new Order(COMMENTS, HOMEROOM, true),
            new Order(HOMEROOM, PRINCIPAL, true),
            new Order(PRINCIPAL, SEAL, true),
            new Order(SEAL, SUBMIT, true),
            new Order(SUBMIT, CUT_OFF_1, true),
            new Order(CUT_OFF_1, REPORT_1, true),
            new Order(REPORT_1, CUT_OFF_2, false),
            new Order(CUT_OFF_1, SUMMER_ASSESSMENT, false),
            new Order(SUMMER_ASSESSMENT, CUT_OFF_2, true),
            new Order(CUT_OFF_2, REPORT_2, true));

    /** @throws Refused when the one calendar may not take the place of the other at this instant */
    static void check(YearDates before, YearDates after, Instant now) {
        Set<Milestone> changed = after.differingFrom(before);
        if (changed.isEmpty()) {
            throw Refused.invalid("calendar.nothing-changed");
        }
        for (Milestone milestone : changed) {
            checkYear(milestone, after);
            checkTime(milestone, before.limit(milestone), after.limit(milestone), now);
        }
        for (Order order : ORDER) {
            if (!order.holdsIn(after)) {
                throw Refused.invalid(
                        "calendar.order",
                        order.first().term(),
                        written(after.limit(order.first())),
                        order.then().term(),
                        written(after.limit(order.then())));
            }
        }
    }

    private static void checkYear(Milestone milestone, YearDates after) {
        LocalDate from = LocalDate.of(after.schoolYear(), Month.JUNE, 1);
        LocalDate to = LocalDate.of(after.schoolYear() + 1, Month.DECEMBER, 31);
        LocalDate day = after.limit(milestone).day();
        if (day.isBefore(from) || day.isAfter(to)) {
            throw Refused.invalid(
                    "calendar.other-year",
                    milestone.term(),
                    DATE.format(day),
                    new SchoolYear(after.schoolYear()).toString(),
                    DATE.format(from),
                    DATE.format(to));
        }
    }

    private static void checkTime(Milestone milestone, Limit before, Limit after, Instant now) {
        if (before.instant().equals(after.instant())) {
            return;
        }
        if (!milestone.isDue() && !before.isInTime(now)) {
            throw Refused.invalid("calendar.past", milestone.term(), written(before));
        }
        if (!after.isInTime(now)) {
            throw Refused.invalid("calendar.into-past", milestone.term(), written(after));
        }
    }

    private static String written(Limit limit) {
        return DATE.format(limit.day());
    }
}
