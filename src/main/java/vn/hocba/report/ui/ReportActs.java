package vn.hocba.report.ui;

import org.springframework.stereotype.Component;
import vn.hocba.report.ApproveReport;
import vn.hocba.report.SendAgain;
import vn.hocba.report.SignReport;

/** What the people of a Sở do with a report, each the own: a leader approves, the clerk signs, and sends again what did not arrive. */
@Component
record ReportActs(ApproveReport approval, SignReport signing, SendAgain sendAgain) {}
