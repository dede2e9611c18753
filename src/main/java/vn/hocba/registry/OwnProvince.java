package vn.hocba.registry;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;

/** The Sở of the current user: the only one whose data the person may see or decide about. */
@Component
public class OwnProvince {

    private final Access access;
    private final SchoolDirectory directory;

    OwnProvince(Access access, SchoolDirectory directory) {
        this.access = access;
        this.directory = directory;
    }

    /** @throws Refused unless the current user has the right at a Sở */
    public Unit get(Right right) {
        CurrentUser user = access.holding(right);
        Unit unit = directory.unit(user.unitId());
        if (unit.kind() != UnitKind.PROVINCE) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return unit;
    }
}
