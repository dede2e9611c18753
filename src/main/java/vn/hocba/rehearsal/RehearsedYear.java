package vn.hocba.rehearsal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.DecideExtraWindow;
import vn.hocba.calendar.DecideExtraWindow.Wanted;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;
import vn.hocba.identity.CurrentUser;
import vn.hocba.shared.Texts;

/** Lets workbooks of any year be played: one that has not opened yet is entered, of one whose cut-offs are over the Sở takes the records in an extra window. */
@Component
class RehearsedYear {

    private static final int DAYS = 30;

    private final Calendar calendar;
    private final DecideExtraWindow decide;
    private final SchoolPlay play;
    private final ObjectProvider<CompressedClock> leaps;
    private final Clock clock;

    RehearsedYear(
            Calendar calendar,
            DecideExtraWindow decide,
            SchoolPlay play,
            ObjectProvider<CompressedClock> leaps,
            Clock clock) {
        this.calendar = calendar;
        this.decide = decide;
        this.play = play;
        this.leaps = leaps;
        this.clock = clock;
    }

    /** Nothing is done in the year that runs. */
    void enter(CurrentUser officer, int schoolYear) {
        YearDates dates = calendar.of(officer.unitId(), schoolYear);
        leaps.ifAvailable(time -> time.leapTo(dates.opening()));
        if (!dates.isInTime(Wave.FIRST, clock.instant())) {
            leaps.ifAvailable(time -> time.leapTo(dates.cutOff(Wave.SECOND)));
            LocalDate today = LocalDate.now(clock);
            Wanted window = new Wanted(schoolYear, Wave.SECOND, null, today, today.plusDays(DAYS));
            play.as(officer, () -> decide.open(window, Texts.vi("rehearsal.late")));
        }
    }
}
