package vn.hocba.identity;

import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;

/** Decides by right and by the unit's place in the tree; whatever is not allowed here is refused. */
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
        CurrentUser user = holding(right);
        if (!right.isOf(user, unitId)) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return user;
    }

    /**
     * The current user, who must have a right at this unit for the records of a class.
     *
     * @throws Refused when nobody is signed in, the person may not do that there, or a deputy was given other classes
     */
    public CurrentUser at(String unitId, Right right, int grade, String className) {
        CurrentUser user = at(unitId, right);
        if (!right.isOf(user, grade, className)) {
            throw Refused.notAllowed("identity.class-not-delegated", className);
        }
        return user;
    }

    /**
     * The current user, who must have a right that reaches to units below one's own.
     *
     * @param unitPath of the unit asked about
     * @throws Refused when nobody is signed in, or the person may not do that there
     */
    public CurrentUser over(String unitPath, Right right) {
        CurrentUser user = holding(right);
        if (!right.reaches(user, unitPath)) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return user;
    }

    /**
     * The current user, whoever it is.
     *
     * @throws Refused when nobody is signed in
     */
    public CurrentUser current() {
        return session.user();
    }

    /**
     * The current user, who must have a right somewhere.
     *
     * @throws Refused when nobody is signed in, or the person may do that nowhere
     */
    public CurrentUser holding(Right right) {
        CurrentUser user = session.user();
        if (!right.isOf(user)) {
            throw right.refusal(user);
        }
        return user;
    }
}
