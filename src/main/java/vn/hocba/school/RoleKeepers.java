package vn.hocba.school;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Role;
import vn.hocba.identity.RoleGrants;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;

/** Who may give and end roles at a school: its head, its admin, and the units above; at a Sở its leaders and officers. */
@Component
class RoleKeepers {

    private final Access access;
    private final RoleGrants grants;

    RoleKeepers(Access access, RoleGrants grants) {
        this.access = access;
        this.grants = grants;
    }

    /**
     * The current user.
     *
     * @throws Refused when that is somebody else
     */
    CurrentUser demand(Unit school) {
        CurrentUser user = access.over(school.path(), Right.GIVE_ROLES);
        if (isOnlyDeputy(user)) {
            throw Refused.notAllowed("school.roles.deputy");
        }
        return user;
    }

    /** Whether somebody acts for the school as a deputy, and is not its admin. */
    boolean isOnlyDeputy(CurrentUser user) {
        return user.staffId() != null
                && user.is(Role.PRINCIPAL)
                && !user.is(Role.SCHOOL_ADMIN)
                && grants.capacity(user.staffId())
                        .filter(Capacity.DEPUTY::equals)
                        .isPresent();
    }
}
