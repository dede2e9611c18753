package vn.hocba.report;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
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

    OwnReports(Access access, SchoolDirectory directory, Reports reports) {
        this.access = access;
        this.directory = directory;
        this.reports = reports;
    }

    /** @throws Refused unless the current user has the right at a Sở */
    Unit province(Right right) {
        Unit unit = directory.unit(access.holding(right).unitId());
        if (unit.kind() != UnitKind.PROVINCE) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return unit;
    }

    /** @throws Refused unless the current user has the right at the Sở that reports */
    Report get(String reportId, Right right) {
        Unit own = province(right);
        Report report = reports.find(reportId).orElseThrow(() -> Refused.notFound("report.unknown"));
        if (!report.provinceId().equals(own.id())) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return report;
    }
}
