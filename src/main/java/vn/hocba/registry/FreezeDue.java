package vn.hocba.registry;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.ExtraWindows;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Wave;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Texts;

/** When an accepted version is really frozen: with its wave, with the second one where the first has left it, or with the extra window in which it was taken. */
@Repository
@Transactional(readOnly = true)
public class FreezeDue {

    private final JdbcClient jdbc;
    private final Calendar calendar;
    private final ExtraWindows windows;
    private final SchoolDirectory directory;

    FreezeDue(JdbcClient jdbc, Calendar calendar, ExtraWindows windows, SchoolDirectory directory) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.windows = windows;
        this.directory = directory;
    }

    /**
     * Until when a version can be replaced.
     *
     * @param with what it is frozen with, in words
     */
    public record Due(Limit limit, String with) {}

    private record Waiting(
            String provinceCode, int schoolYear, boolean programmeCompleted, boolean ofSecondWave, String windowId) {}

    /** Of the version that is accepted and not frozen; empty where there is none. */
    public Optional<Due> of(String yearRecordId) {
        return jdbc.sql("select province_code as provinceCode, school_year as schoolYear,"
                        + " programme_completed as programmeCompleted, of_second_wave as ofSecondWave, window_id as windowId"
                        + " from registered_record where year_record_id = ? and state = 'ACCEPTED'")
                .param(yearRecordId)
                .query(Waiting.class)
                .optional()
                .map(this::due);
    }

    private Due due(Waiting version) {
        if (version.windowId() != null) {
            ExtraWindow window = windows.find(version.windowId()).orElseThrow();
            return new Due(new Limit(window.lastDay(), true), Texts.vi("registry.due.window"));
        }
        Wave wave = Wave.of(version.programmeCompleted() && !version.ofSecondWave());
        Limit limit = directory
                .unitByCode(version.provinceCode())
                .map(province -> calendar.of(province.id(), version.schoolYear()))
                .orElseThrow()
                .limit(wave.cutOff());
        return new Due(limit, wave.cutOff().term());
    }
}
