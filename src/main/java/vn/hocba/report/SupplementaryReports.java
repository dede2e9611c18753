package vn.hocba.report;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.ExtraWindows;
import vn.hocba.calendar.Limit;
import vn.hocba.identity.Right;
import vn.hocba.report.ReportBoard.Standing;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;

/** What the Sở sees of its supplementary reports: each holds what an extra window took after a cut-off. */
@Service
@Transactional(readOnly = true)
public class SupplementaryReports {

    private final OwnReports own;
    private final Reports reports;
    private final ReportBoard board;
    private final ReportDue due;
    private final ExtraWindows windows;
    private final SchoolDirectory directory;

    SupplementaryReports(
            OwnReports own,
            Reports reports,
            ReportBoard board,
            ReportDue due,
            ExtraWindows windows,
            SchoolDirectory directory) {
        this.own = own;
        this.reports = reports;
        this.board = board;
        this.due = due;
        this.windows = windows;
        this.directory = directory;
    }

    /**
     * The report of an extra window.
     *
     * @param schoolName null: of every school
     * @param limit until when it is to be sent
     */
    public record WindowReport(ExtraWindow window, String schoolName, Limit limit, Standing report) {}

    /**
     * Those of a year, latest first.
     *
     * @throws vn.hocba.shared.Refused unless the current user is of a Sở
     */
    public List<WindowReport> of(int schoolYear) {
        Unit province = own.province(Right.SEE_REPORTS);
        return reports.ofWindows(province.id(), schoolYear).stream()
                .map(report -> line(report, province))
                .toList();
    }

    private WindowReport line(Report report, Unit province) {
        ExtraWindow window = windows.find(report.windowId()).orElseThrow();
        Limit limit = due.of(report);
        return new WindowReport(
                window,
                window.schoolId() == null
                        ? null
                        : directory.unit(window.schoolId()).name(),
                limit,
                board.standing(report, province, limit));
    }
}
