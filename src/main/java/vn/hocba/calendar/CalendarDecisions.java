package vn.hocba.calendar;

import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.CurrentUser;
import vn.hocba.school.ProvinceLock;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;

/** What a Sở has decided on its calendars: one version after the other, each made from the one before it. */
@Component
class CalendarDecisions {

    private final Calendar calendar;
    private final CalendarVersionRepository versions;
    private final ExtraWindows windows;
    private final ProvinceLock others;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarDecisions(
            Calendar calendar,
            CalendarVersionRepository versions,
            ExtraWindows windows,
            ProvinceLock others,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.calendar = calendar;
        this.versions = versions;
        this.windows = windows;
        this.others = others;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Decides, and lets everything follow that leans on the dates. Two decisions of a province wait for each other: the second finds what the first one decided.
     *
     * @param wanted its version is the one it was made from
     * @return the calendar with the number of its version
     * @throws Refused when it may not become so, or somebody else decided meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public YearDates decide(Unit province, YearDates wanted, CurrentUser by, String reason) {
        others.lockProvince(province.id());
        YearDates before = before(province.id(), wanted);
        YearDates after = new YearDates(wanted.schoolYear(), before.version() + 1, wanted.limits());
        versions.saveAndFlush(new CalendarVersion(province.id(), after, by, clock.instant(), reason));
        audit.append(province.id(), "calendar.changed", detail(before, after, reason));
        events.publishEvent(new CalendarChanged(province.id(), province.path(), before, after));
        return after;
    }

    /**
     * The calendar that a decision would change.
     *
     * @param wanted its version is the one it was made from
     * @throws Refused when it may not become so, or somebody else decided meanwhile
     */
    YearDates before(String provinceUnitId, YearDates wanted) {
        YearDates before = calendar.of(provinceUnitId, wanted.schoolYear());
        if (before.version() != wanted.version()) {
            CalendarVersion last = versions.findFirstByProvinceIdAndSchoolYearOrderByVersionNoDesc(
                            provinceUnitId, wanted.schoolYear())
                    .orElseThrow();
            throw Refused.notNow("calendar.changed-meanwhile", last.changedByName, last.reason);
        }
        CalendarRules.check(before, wanted, clock.instant());
        ExtraWindowRules.checkCalendar(wanted, windows.of(provinceUnitId, wanted.schoolYear()), clock.instant());
        return before;
    }

    private static String detail(YearDates before, YearDates after, String reason) {
        return DateChange.between(before, after).stream()
                .map(change -> change.milestone() + " " + written(change.from()) + " -> " + written(change.to()))
                .collect(Collectors.joining(
                        "; ", new SchoolYear(after.schoolYear()) + ", v" + after.version() + ": ", "; " + reason));
    }

    private static String written(Limit limit) {
        return limit.day() + (limit.included() ? " included" : "");
    }
}
