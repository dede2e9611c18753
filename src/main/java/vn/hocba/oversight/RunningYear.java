package vn.hocba.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;
import vn.hocba.report.ReportState;
import vn.hocba.report.ReportedWaves;
import vn.hocba.school.SchoolDirectory;

/**
 * Which school year a board shows: the one that runs until the Sở has reported its second wave to the ministry. Schools import the classes of the next year in
 * between, which changes nothing.
 */
@Component
class RunningYear {

    private final Calendar calendar;
    private final SchoolDirectory directory;
    private final ReportedWaves reported;
    private final Clock clock;

    RunningYear(Calendar calendar, SchoolDirectory directory, ReportedWaves reported, Clock clock) {
        this.calendar = calendar;
        this.directory = directory;
        this.reported = reported;
        this.clock = clock;
    }

    /**
     * The year to show.
     *
     * @param years that there are, latest first
     * @param wanted shown if it is one of them; null: the earliest that is not over, or the latest where all are
     * @return empty where there are none
     */
    Optional<Integer> choose(List<Integer> years, Integer wanted, String unitId, String unitPath) {
        if (wanted != null && years.contains(wanted)) {
            return Optional.of(wanted);
        }
        String provinceId =
                directory.provinceOf(unitId).map(SchoolDirectory.Unit::id).orElse("");
        return years.stream()
                .filter(year -> !isOver(year, unitId, provinceId))
                .min(Integer::compare)
                .or(() -> years.stream().findFirst());
    }

    /** Whether a year is over. Where no report was begun, there was nothing to report: then the dates decide. */
    boolean isOver(int year, String unitId, String provinceId) {
        return reported.state(provinceId, year, Wave.SECOND)
                .map(ReportState.DONE::equals)
                .orElseGet(() -> isPast(calendar.at(unitId, year)));
    }

    private boolean isPast(YearDates dates) {
        Instant now = clock.instant();
        return !now.isBefore(dates.cutOff(Wave.SECOND)) && !now.isBefore(dates.report(Wave.SECOND));
    }
}
