package vn.hocba.calendar;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;

/** The Sở decides on the dates of a school year. Each decision is a version of its own, with a reason; open work follows in the same transaction. */
@Service
public class ChangeCalendar {

    /** The shortest and longest reason, in characters. */
    public static final int SHORTEST_REASON = 10;

    public static final int LONGEST_REASON = 1000;

    private final Access access;
    private final SchoolDirectory directory;
    private final CalendarDecisions decisions;
    private final OpenWork openWork;

    ChangeCalendar(Access access, SchoolDirectory directory, CalendarDecisions decisions, OpenWork openWork) {
        this.access = access;
        this.directory = directory;
        this.decisions = decisions;
        this.openWork = openWork;
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
        YearDates before = decisions.before(provinceUnitId, wanted);
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
        CurrentUser user = access.at(provinceUnitId, Right.SET_CALENDAR);
        String given = FreeWords.line(reason);
        if (given.length() < SHORTEST_REASON || given.length() > LONGEST_REASON) {
            throw Refused.invalid("calendar.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        return decisions.decide(province, wanted, user, given);
    }

    private Unit province(String provinceUnitId) {
        access.at(provinceUnitId, Right.SET_CALENDAR);
        Unit unit = directory.unit(provinceUnitId);
        if (unit.kind() != UnitKind.PROVINCE) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return unit;
    }
}
