package vn.hocba.calendar;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.VietnameseText;

/** The Sở decides on the dates of a school year. Each decision is a version of its own, with a reason; open work follows in the same transaction. */
@Service
public class ChangeCalendar {

    /** The shortest and longest reason, in characters. */
    public static final int SHORTEST_REASON = 10;

    public static final int LONGEST_REASON = 1000;

    private final Access access;
    private final SchoolDirectory directory;
    private final Calendar calendar;
    private final CalendarVersionRepository versions;
    private final OpenWork openWork;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeCalendar(
            Access access,
            SchoolDirectory directory,
            Calendar calendar,
            CalendarVersionRepository versions,
            OpenWork openWork,
            AuditLog audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.access = access;
        this.directory = directory;
        this.calendar = calendar;
        this.versions = versions;
        this.openWork = openWork;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a decision would change.
     *
     * @param openWork how many pieces of open work would be due at another instant
     */
    public record Preview(List<DateChange> changes, int openWork) {

        public Preview {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Says what would follow, and decides nothing.
     *
     * @param wanted its version is the one it was made from
     * @throws Refused unless the current user is of this Sở, and the calendar may become so
     */
    @Transactional(readOnly = true)
    public Preview preview(String provinceUnitId, YearDates wanted) {
        Unit province = province(provinceUnitId);
        YearDates before = checked(provinceUnitId, wanted);
        return new Preview(
                DateChange.between(before, wanted),
                openWork.following(new CalendarChanged(provinceUnitId, province.path(), before, wanted)));
    }

    /**
     * Decides. From then on the new dates hold, also for work that is open.
     *
     * @param wanted its version is the one it was made from
     * @param reason read by everybody who looks at the versions
     * @return the calendar with the number of its version
     * @throws Refused unless the current user is of this Sở, and the calendar may become so; also when somebody else decided meanwhile
     */
    @Transactional
    public YearDates change(String provinceUnitId, YearDates wanted, String reason) {
        Unit province = province(provinceUnitId);
        CurrentUser user = access.at(provinceUnitId, Role.PROVINCE);
        String given = VietnameseText.clean(reason == null ? "" : reason);
        if (given.length() < SHORTEST_REASON || given.length() > LONGEST_REASON) {
            throw Refused.invalid("calendar.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        lock(provinceUnitId);
        YearDates before = checked(provinceUnitId, wanted);
        YearDates after = new YearDates(wanted.schoolYear(), before.version() + 1, wanted.limits());
        versions.saveAndFlush(new CalendarVersion(provinceUnitId, after, user, clock.instant(), given));
        audit.append(provinceUnitId, "calendar.changed", detail(before, after, given));
        events.publishEvent(new CalendarChanged(provinceUnitId, province.path(), before, after));
        return after;
    }

    private Unit province(String provinceUnitId) {
        access.at(provinceUnitId, Role.PROVINCE);
        Unit unit = directory.unit(provinceUnitId);
        if (unit.kind() != UnitKind.PROVINCE) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return unit;
    }

    /** Two decisions of a province wait for each other: the second finds what the first one decided. */
    private void lock(String provinceUnitId) {
        jdbc.sql("select id from org_unit where id = ? for update")
                .param(provinceUnitId)
                .query(String.class)
                .single();
    }

    private YearDates checked(String provinceUnitId, YearDates wanted) {
        YearDates before = calendar.of(provinceUnitId, wanted.schoolYear());
        if (before.version() != wanted.version()) {
            CalendarVersion last = versions.findFirstByProvinceIdAndSchoolYearOrderByVersionNoDesc(
                            provinceUnitId, wanted.schoolYear())
                    .orElseThrow();
            throw Refused.notNow("calendar.changed-meanwhile", last.changedByName, last.reason);
        }
        CalendarRules.check(before, wanted, clock.instant());
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
