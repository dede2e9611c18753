package vn.hocba.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;

/** Until when the Sở reports: for a wave what the calendar says, for an extra window as many days after its freeze as the calendar gives the wave. */
@Component
class ReportDue {

    private final Calendar calendar;

    ReportDue(Calendar calendar) {
        this.calendar = calendar;
    }

    Limit of(Report report) {
        return report.isOfWindow()
                ? ofWindow(report.provinceId(), report.schoolYear(), report.wave(), report.effectiveOn())
                : ofWave(report.provinceId(), report.schoolYear(), report.wave());
    }

    Limit ofWave(String provinceId, int schoolYear, Wave wave) {
        return calendar.of(provinceId, schoolYear).limit(wave.report());
    }

    /** @param effectiveOn of what the window froze */
    private Limit ofWindow(String provinceId, int schoolYear, Wave wave, LocalDate effectiveOn) {
        YearDates dates = calendar.of(provinceId, schoolYear);
        Limit report = dates.limit(wave.report());
        long days = ChronoUnit.DAYS.between(dates.limit(wave.cutOff()).day(), report.day());
        return new Limit(effectiveOn.plusDays(days), report.included());
    }
}
