package vn.hocba.identity;

import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;

/** Decides by right or role and by the unit's place in the tree; whatever is not allowed here is refused. */
@Component
public class Access {

    private final Session session;

    Access(Session session) {
        this.session = session;
    }

    /**
     * The current user, who must have a right at this unit.
     *
     * @throws Refused when nobody is signed in, or the person may not do that there
     */
    public CurrentUser at(String unitId, Right right) {
        return at(unitId, right.roles());
    }

    /**
     * The current user, who must have a right that reaches to units below one's own.
     *
     * @param unitPath of the unit asked about
     * @throws Refused when nobody is signed in, or the person may not do that there
     */
    public CurrentUser over(String unitPath, Right right) {
        if (!right.reachesBelow()) {
            throw new IllegalArgumentException(right + " holds at one's own unit");
        }
        return over(unitPath, right.roles());
    }

    /**
     * The current user, who must have a right somewhere.
     *
     * @throws Refused when nobody is signed in, or the person may do that nowhere
     */
    public CurrentUser holding(Right right) {
        return holding(right.roles());
    }

    /**
     * The current user, who must hold one of the roles at exactly this unit.
     *
     * @throws Refused when nobody is signed in, or the person has none of the roles there
     */
    public CurrentUser at(String unitId, Role... anyOf) {
        CurrentUser user = holding(anyOf);
        if (!user.unitId().equals(unitId)) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return user;
    }

    /**
     * The current user, who must hold one of the roles at this unit or at one above it.
     *
     * @param unitPath of the unit asked about
     * @throws Refused when nobody is signed in, or the unit is not in the person's jurisdiction
     */
    public CurrentUser over(String unitPath, Role... anyOf) {
        CurrentUser user = holding(anyOf);
        if (!unitPath.startsWith(user.unitPath())) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return user;
    }

    /**
     * The current user, who must hold one of the roles somewhere.
     *
     * @throws Refused when nobody is signed in, or the person has none of them
     */
    public CurrentUser holding(Role... anyOf) {
        CurrentUser user = session.user();
        for (Role role : anyOf) {
            if (user.is(role)) {
                return user;
            }
        }
        throw Refused.notAllowed("identity.role-missing");
    }
}
