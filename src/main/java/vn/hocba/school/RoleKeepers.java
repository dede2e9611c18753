package vn.hocba.school;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;

/** Who may give and end roles at a school: its head, its admin, and the units above; at a Sở its leaders and officers. */
@Component
class RoleKeepers {

    private final Access access;

    RoleKeepers(Access access) {
        this.access = access;
    }

    /**
     * The current user.
     *
     * @throws Refused when that is somebody else
     */
    CurrentUser demand(Unit school) {
        if (isOnlyDeputy(access.current())) {
            throw Refused.notAllowed("school.roles.deputy");
        }
        return access.over(school.path(), Right.GIVE_ROLES);
    }

    /** Whether somebody acts for the school as a deputy, and is not its admin. */
    boolean isOnlyDeputy(CurrentUser user) {
        return Right.GIVE_ROLES.isWithheld(user);
    }
}
