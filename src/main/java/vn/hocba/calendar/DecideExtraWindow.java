package vn.hocba.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.ProvinceLock;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;

/** The Sở opens an extra window for late records, prolongs it, or closes it before its last day: each with a reason that everybody may read. */
@Service
@Transactional
public class DecideExtraWindow {

    private final Access access;
    private final SchoolDirectory directory;
    private final Calendar calendar;
    private final ExtraWindows windows;
    private final ProvinceLock others;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecideExtraWindow(
            Access access,
            SchoolDirectory directory,
            Calendar calendar,
            ExtraWindows windows,
            ProvinceLock others,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.directory = directory;
        this.calendar = calendar;
        this.windows = windows;
        this.others = others;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param schoolYear the calendar year in which the school year starts
     * @param schoolId null: every school of the Sở
     * @param opensOn the first day
     * @param closesOn the last day
     */
    public record Wanted(int schoolYear, Wave wave, String schoolId, LocalDate opensOn, LocalDate closesOn) {}

    /**
     * Opens one.
     *
     * @return its id
     * @throws Refused when it may not be opened so, or the current user is not of a Sở
     */
    public String open(Wanted wanted, String reason) {
        CurrentUser officer = access.holding(Right.GIVE_EXTRA_WINDOWS);
        Unit province = province(officer);
        String given = reason(reason);
        demandDays(wanted);
        if (wanted.schoolId() != null) {
            Unit school = directory.unit(wanted.schoolId());
            if (school.kind() != UnitKind.SCHOOL || !school.path().startsWith(province.path())) {
                throw Refused.notAllowed("identity.other-unit");
            }
        }
        others.lockProvince(province.id());
        ExtraWindow window = new ExtraWindow(
                Ids.next(),
                province.id(),
                wanted.schoolYear(),
                wanted.wave(),
                wanted.schoolId(),
                wanted.opensOn(),
                wanted.closesOn(),
                null);
        ExtraWindowRules.checkOpening(
                window,
                calendar.of(province.id(), wanted.schoolYear()),
                windows.of(province.id(), wanted.schoolYear()),
                clock.instant());
        windows.add(window);
        decided(window, "OPENED", officer, given);
        return window.id();
    }

    /**
     * Lets it last longer, or end on an earlier day that is still ahead.
     *
     * @throws Refused when it is over, may not last so long, or is another Sở's
     */
    public void prolong(String windowId, LocalDate closesOn, String reason) {
        CurrentUser officer = access.holding(Right.GIVE_EXTRA_WINDOWS);
        String given = reason(reason);
        ExtraWindow before = own(officer, windowId);
        if (closesOn == null || closesOn.equals(before.closesOn())) {
            throw Refused.invalid("calendar.window.days");
        }
        ExtraWindow after = new ExtraWindow(
                before.id(),
                before.provinceId(),
                before.schoolYear(),
                before.wave(),
                before.schoolId(),
                before.opensOn(),
                closesOn,
                null);
        ExtraWindowRules.checkLastDay(after, calendar.of(after.provinceId(), after.schoolYear()), clock.instant());
        ExtraWindowRules.checkOthers(
                after,
                windows.of(after.provinceId(), after.schoolYear()).stream()
                        .filter(other -> !other.id().equals(after.id()))
                        .toList());
        windows.change(after);
        decided(after, "PROLONGED", officer, given);
    }

    /**
     * Closes it now: what it has taken is frozen at once.
     *
     * @throws Refused when it is over, or another Sở's
     */
    public void close(String windowId, String reason) {
        CurrentUser officer = access.holding(Right.GIVE_EXTRA_WINDOWS);
        String given = reason(reason);
        ExtraWindow before = own(officer, windowId);
        ExtraWindow after = new ExtraWindow(
                before.id(),
                before.provinceId(),
                before.schoolYear(),
                before.wave(),
                before.schoolId(),
                before.opensOn(),
                before.closesOn(),
                clock.instant());
        windows.change(after);
        decided(after, "CLOSED", officer, given);
    }

    private void decided(ExtraWindow window, String kind, CurrentUser by, String reason) {
        Instant now = clock.instant();
        windows.decided(window, kind, by.username(), by.displayName(), now, reason);
        audit.append(
                window.provinceId(),
                "extra-window." + kind.toLowerCase(Locale.ROOT),
                window.wave() + " " + window.schoolYear() + ", " + window.opensOn() + " - " + window.lastDay() + ": "
                        + reason);
        events.publishEvent(new ExtraWindowDecided(window, kind.equals("OPENED")));
    }

    /** Locks the Sở, so that of two decisions the second sees the first. */
    private ExtraWindow own(CurrentUser officer, String windowId) {
        Unit province = province(officer);
        others.lockProvince(province.id());
        ExtraWindow window = windows.find(windowId).orElseThrow(() -> Refused.notFound("calendar.window.unknown"));
        if (!window.provinceId().equals(province.id())) {
            throw Refused.notAllowed("identity.other-unit");
        }
        if (!clock.instant().isBefore(window.ends())) {
            throw Refused.notNow("calendar.window.over");
        }
        return window;
    }

    private Unit province(CurrentUser officer) {
        Unit unit = directory.unit(officer.unitId());
        if (unit.kind() != UnitKind.PROVINCE) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return unit;
    }

    private static void demandDays(Wanted wanted) {
        if (wanted.wave() == null || wanted.opensOn() == null || wanted.closesOn() == null) {
            throw Refused.invalid("calendar.window.days");
        }
    }

    private static String reason(String reason) {
        String given = FreeWords.line(reason);
        if (given.length() < ChangeCalendar.SHORTEST_REASON || given.length() > ChangeCalendar.LONGEST_REASON) {
            throw Refused.invalid("calendar.reason", ChangeCalendar.SHORTEST_REASON, ChangeCalendar.LONGEST_REASON);
        }
        return given;
    }
}
