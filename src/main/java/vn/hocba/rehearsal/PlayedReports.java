package vn.hocba.rehearsal;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.report.ApproveReport;
import vn.hocba.report.SignReport;
import vn.hocba.signing.session.Entered;

/** What the people of the Sở do with a report: a leader approves it, the clerk signs and sends it. */
@Component
@ConditionalOnProperty(CompressedClock.PROPERTY)
class PlayedReports {

    private final ApproveReport approval;
    private final SignReport signReport;
    private final SchoolPlay play;

    PlayedReports(ApproveReport approval, SignReport signReport, SchoolPlay play) {
        this.approval = approval;
        this.signReport = signReport;
        this.play = play;
    }

    /** @return what could not be done, with the reason */
    List<String> sign(Scene scene, String report) {
        play.as(scene.office().leader(), () -> {
            approval.approve(report);
            return report;
        });
        return play.batch(
                scene.office().clerk(),
                () -> signReport.sign(report, Entered.pin(scene.pin().toCharArray())));
    }
}
