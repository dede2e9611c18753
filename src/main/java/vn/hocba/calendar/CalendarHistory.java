package vn.hocba.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolYears;

/** What the Sở decided about its calendars, by whom, when and why. */
@Service
@Transactional(readOnly = true)
public class CalendarHistory {

    private final Access access;
    private final CalendarVersionRepository versions;
    private final DefaultDates defaults;
    private final SchoolYears schoolYears;
    private final Clock clock;

    CalendarHistory(
            Access access,
            CalendarVersionRepository versions,
            DefaultDates defaults,
            SchoolYears schoolYears,
            Clock clock) {
        this.access = access;
        this.versions = versions;
        this.defaults = defaults;
        this.schoolYears = schoolYears;
        this.clock = clock;
    }

    /**
     * One decision.
     *
     * @param number from 1
     * @param changes against the version before, the first one against the defaults
     */
    public record Decision(int number, String byName, Instant at, String reason, List<DateChange> changes) {}

    /**
     * The decisions about a year, latest first.
     *
     * @throws vn.hocba.shared.Refused unless the current user is of this Sở
     */
    public List<Decision> decisions(String provinceUnitId, int schoolYear) {
        access.at(provinceUnitId, Right.SEE_CALENDAR_HISTORY);
        List<Decision> decisions = new ArrayList<>();
        YearDates before = defaults.of(schoolYear);
        for (CalendarVersion version :
                versions.findByProvinceIdAndSchoolYearOrderByVersionNoAsc(provinceUnitId, schoolYear)) {
            decisions.add(
                    0,
                    new Decision(
                            version.versionNo,
                            version.changedByName,
                            version.changedAt,
                            version.reason,
                            DateChange.between(before, version.dates())));
            before = version.dates();
        }
        return decisions;
    }

    /**
     * The school years to choose from, latest first: those of classes in the province, and the ones that start in this calendar year and the one before.
     *
     * @throws vn.hocba.shared.Refused unless the current user is of a Sở
     */
    public List<Integer> schoolYears(String provinceUnitId) {
        String path = access.at(provinceUnitId, Right.SEE_CALENDAR_HISTORY).unitPath();
        int thisYear = LocalDate.now(clock).getYear();
        TreeSet<Integer> years = new TreeSet<>(List.of(thisYear - 1, thisYear));
        years.addAll(schoolYears.under(path));
        return List.copyOf(years.descendingSet());
    }
}
