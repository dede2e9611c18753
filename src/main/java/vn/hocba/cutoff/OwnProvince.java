package vn.hocba.cutoff;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;

/** The Sở that the current user acts for. */
@Component
class OwnProvince {

    private final Access access;
    private final SchoolDirectory directory;

    OwnProvince(Access access, SchoolDirectory directory) {
        this.access = access;
        this.directory = directory;
    }

    /** @throws Refused unless the current user is of a Sở */
    Unit get() {
        Unit unit = directory.unit(access.holding(Role.PROVINCE).unitId());
        if (unit.kind() != UnitKind.PROVINCE) {
            throw new Refused("identity.other-unit");
        }
        return unit;
    }
}
