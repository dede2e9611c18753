package vn.hocba.rehearsal;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Wave;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.report.ApproveReport;
import vn.hocba.report.ReportBoard;
import vn.hocba.report.ReportBoard.Standing;
import vn.hocba.report.ReportState;
import vn.hocba.report.SignReport;
import vn.hocba.report.SupplementaryReports;
import vn.hocba.shared.Texts;
import vn.hocba.signing.session.Entered;

/** A leader of the Sở approves a report, its clerk signs it, and it is waited until the ministry has acknowledged it and every record says so. */
@Component
class ReportToMinistry {

    private final ReportBoard reports;
    private final SupplementaryReports supplementary;
    private final ApproveReport approval;
    private final SignReport signReport;
    private final SchoolPlay play;

    ReportToMinistry(
            ReportBoard reports,
            SupplementaryReports supplementary,
            ApproveReport approval,
            SignReport signReport,
            SchoolPlay play) {
        this.reports = reports;
        this.supplementary = supplementary;
        this.approval = approval;
        this.signReport = signReport;
        this.play = play;
    }

    void ofWave(Scene scene, Wave wave) {
        scene.begin(wave.report().key());
        send(scene, wave.report().term(), () -> play.as(scene.officer(), () -> reports.wave(scene.schoolYear(), wave))
                .report());
    }

    /** What an extra window took; nothing where it took nothing. */
    void ofWindow(Scene scene) {
        if (window(scene).isPresent()) {
            scene.begin("rehearsal.window-report");
            send(scene, Texts.vi("rehearsal.window-report"), () -> window(scene).orElseThrow());
        }
    }

    private Optional<Standing> window(Scene scene) {
        return play.as(scene.officer(), () -> supplementary.of(scene.schoolYear())).stream()
                .findFirst()
                .map(SupplementaryReports.WindowReport::report);
    }

    private void send(Scene scene, String what, Supplier<Standing> standing) {
        String report = standing.get().reportId();
        play.as(scene.office().leader(), () -> {
            approval.approve(report);
            return report;
        });
        scene.problems()
                .addAll(play.batch(
                        scene.office().clerk(),
                        () -> signReport.sign(report, Entered.pin(scene.pin().toCharArray()))));
        Pause.until(what, () -> standing.get().state() == ReportState.DONE);
    }
}
