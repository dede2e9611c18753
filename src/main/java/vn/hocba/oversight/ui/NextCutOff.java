package vn.hocba.oversight.ui;

import static vn.hocba.ui.Wording.date;
import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.ExtraWindows;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.ui.Badge;

/** «Chốt đợt 1»: nộp trước ngày 30/06/2027. Còn 12 ngày. And the extra windows that are open or ahead below a unit. */
@org.springframework.stereotype.Component
class NextCutOff {

    /** From so many days before, the badge warns. */
    private static final int SOON = 14;

    private final Calendar calendar;
    private final ExtraWindows windows;
    private final SchoolDirectory directory;
    private final Clock clock;

    NextCutOff(Calendar calendar, ExtraWindows windows, SchoolDirectory directory, Clock clock) {
        this.calendar = calendar;
        this.windows = windows;
        this.directory = directory;
        this.clock = clock;
    }

    Component of(String unitId, int schoolYear) {
        Instant now = clock.instant();
        Div lines = new Div(of(calendar.at(unitId, schoolYear), now));
        windows(directory.unit(unitId), schoolYear, now).forEach(window -> lines.add(words(window, now)));
        return lines;
    }

    static Component of(YearDates dates, Instant now) {
        Div line = new Div();
        line.addClassName("next-cut-off");
        dates.nextCutOff(now)
                .ifPresentOrElse(
                        wave -> line.add(words(wave, dates), left(dates.limit(wave.cutOff()), now)),
                        () -> line.add(new Span(text("oversight.cut-off.none"))));
        return line;
    }

    private List<ExtraWindow> windows(Unit unit, int schoolYear, Instant now) {
        return directory.provinceOf(unit.id()).stream()
                .flatMap(province -> windows.of(province.id(), schoolYear).stream())
                .filter(window -> now.isBefore(window.ends()) && isBelow(window, unit))
                .toList();
    }

    private boolean isBelow(ExtraWindow window, Unit unit) {
        return unit.kind() == UnitKind.SCHOOL
                ? window.isFor(unit.id())
                : window.schoolId() == null
                        || directory.unit(window.schoolId()).path().startsWith(unit.path());
    }

    private Component words(ExtraWindow window, Instant now) {
        String school = window.schoolId() == null
                ? text("oversight.window.all")
                : directory.unit(window.schoolId()).name();
        Div line = new Div(new Span(text("oversight.window", school, date(window.opensOn()), date(window.closesOn()))));
        line.addClassName("next-cut-off");
        line.add(
                window.isOpen(now)
                        ? left(new Limit(window.closesOn(), true), now)
                        : Badge.plain(text("oversight.window.coming")));
        return line;
    }

    private static Component words(Wave wave, YearDates dates) {
        Limit limit = dates.limit(wave.cutOff());
        return new Span(text(
                limit.included() ? "oversight.cut-off.included" : "oversight.cut-off",
                text(wave.cutOff().key()),
                date(limit.day())));
    }

    private static Badge left(Limit limit, Instant now) {
        int days = limit.daysLeft(now);
        String words = text("oversight.cut-off.left", days);
        return days <= SOON ? Badge.soon(words) : Badge.plain(words);
    }
}
