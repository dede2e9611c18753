package vn.hocba.report;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Wave;

/** Which waves a Sở has reported to the ministry. */
@Component
@Transactional(readOnly = true)
public class ReportedWaves {

    private final Reports reports;

    ReportedWaves(Reports reports) {
        this.reports = reports;
    }

    /** How far the report of a wave has come; empty where none was begun, because its cut-off is not over or froze nothing. */
    public Optional<ReportState> state(String provinceId, int schoolYear, Wave wave) {
        return reports.find(provinceId, schoolYear, wave).map(Report::state);
    }
}
