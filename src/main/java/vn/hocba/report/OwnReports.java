package vn.hocba.report;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.registry.TwoPeople;
import vn.hocba.registry.TwoPeople.Act;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;

/** The Sở of the current user: the only one whose reports the person may see, sign and send. */
@Component
class OwnReports {

    private final Access access;
    private final SchoolDirectory directory;
    private final Reports reports;
    private final TwoPeople twoPeople;

    OwnReports(Access access, SchoolDirectory directory, Reports reports, TwoPeople twoPeople) {
        this.access = access;
        this.directory = directory;
        this.reports = reports;
        this.twoPeople = twoPeople;
    }

    /** @throws Refused unless the current user has the right at a Sở */
    Unit province(Right right) {
        Unit unit = directory.unit(access.holding(right).unitId());
        if (unit.kind() != UnitKind.PROVINCE) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return unit;
    }

    /** @throws Refused unless the current user has the right at the Sở that reports; one of another Sở is answered like one that is not there */
    Report get(String reportId, Right right) {
        Unit own = province(right);
        return reports.find(reportId)
                .filter(report -> report.provinceId().equals(own.id()))
                .orElseThrow(() -> Refused.notFound("report.unknown"));
    }

    /** @throws Refused when the clerk cannot apply the certificate: no leader has approved it, or the clerk has and the Sở wants two people */
    void demandApproved(Report report, CurrentUser clerk) {
        if (report.approvedBy() == null) {
            throw Refused.notNow("report.not-approved");
        }
        if (report.approvedBy().equals(clerk.username())
                && twoPeople.areDemanded(Act.REPORT_SEAL, report.schoolYear(), report.provinceId())) {
            throw Refused.notAllowed("report.own-approval");
        }
    }
}
