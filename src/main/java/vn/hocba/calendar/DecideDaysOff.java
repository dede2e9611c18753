package vn.hocba.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;

/** The Sở says which days are free or worked on beyond the country's holidays. What is due already keeps its day; what comes in later follows. */
@Service
@Transactional
public class DecideDaysOff {

    /** The shortest and longest reason, in characters. */
    public static final int SHORTEST_REASON = 3;

    public static final int LONGEST_REASON = 200;

    private final Access access;
    private final SchoolDirectory directory;
    private final WorkingDays working;
    private final DaysOff own;
    private final AuditLog audit;
    private final Clock clock;

    DecideDaysOff(
            Access access, SchoolDirectory directory, WorkingDays working, DaysOff own, AuditLog audit, Clock clock) {
        this.access = access;
        this.directory = directory;
        this.working = working;
        this.own = own;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The special days of the current user's Sở in a school year and the summer after it.
     *
     * @param schoolYear the calendar year in which it starts
     * @throws Refused unless the current user is of a Sở
     */
    @Transactional(readOnly = true)
    public List<SpecialDay> ofYear(int schoolYear) {
        CurrentUser officer = access.holding(Right.SET_CALENDAR);
        return working.of(
                directory.unit(officer.unitId()), LocalDate.of(schoolYear, 8, 1), LocalDate.of(schoolYear + 1, 9, 30));
    }

    /**
     * Decides about a day.
     *
     * @param isWorked true where it is worked on, false where it is free
     * @throws Refused without day or reason, or unless the current user is of a Sở
     */
    public void decide(LocalDate day, boolean isWorked, String reason) {
        CurrentUser officer = access.holding(Right.SET_CALENDAR);
        String given = FreeWords.line(reason == null ? "" : reason);
        if (day == null || given.length() < SHORTEST_REASON || given.length() > LONGEST_REASON) {
            throw Refused.invalid("calendar.day-off.invalid", SHORTEST_REASON, LONGEST_REASON);
        }
        own.put(officer.unitId(), new SpecialDay(day, isWorked, given, null), officer, clock.instant());
        audit.append(officer.unitId(), isWorked ? "day-off.worked" : "day-off.free", day + ": " + given);
    }

    /**
     * Takes back what the Sở has decided about a day: the country's calendar holds again.
     *
     * @throws Refused when nothing was decided about it, or the current user is not of a Sở
     */
    public void takeBack(LocalDate day) {
        CurrentUser officer = access.holding(Right.SET_CALENDAR);
        if (!own.remove(officer.unitId(), day)) {
            throw Refused.notFound("calendar.day-off.unknown");
        }
        audit.append(officer.unitId(), "day-off.taken-back", day.toString());
    }
}
