package vn.hocba.identity;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * The person who acts.
 *
 * @param accountId of the account
 * @param username what the person signs in with
 * @param displayName family name first, as Vietnamese names are written
 * @param title chức vụ, as documents print it
 * @param staffId of the member of staff; null at units whose people are not known one by one
 * @param unitId the unit where the roles hold
 * @param unitPath its place in the tree: /province/intermediate/school/
 * @param delegation what a deputy was given to do; null for everybody else
 * @param formerUnits ids of the units that are not there any more and for which this one acts
 */
public record CurrentUser(
        String accountId,
        String username,
        String displayName,
        String title,
        Set<Role> roles,
        String staffId,
        String unitId,
        String unitPath,
        Delegation delegation,
        Set<String> formerUnits)
        implements Serializable {

    public CurrentUser {
        roles = Set.copyOf(roles);
        formerUnits = Set.copyOf(formerUnits);
    }

    /** Somebody of a unit that acts for no other. */
    public CurrentUser(
            String accountId,
            String username,
            String displayName,
            String title,
            Set<Role> roles,
            String staffId,
            String unitId,
            String unitPath,
            Delegation delegation) {
        this(accountId, username, displayName, title, roles, staffId, unitId, unitPath, delegation, Set.of());
    }

    /** Whether this is the person's unit, or one for which that acts; nobody's where there is none. */
    public boolean actsFor(String unit) {
        return unit != null && (unitId.equals(unit) || formerUnits.contains(unit));
    }

    /** Somebody who acts by nobody's delegation. */
    public CurrentUser(
            String accountId,
            String username,
            String displayName,
            String title,
            Set<Role> roles,
            String staffId,
            String unitId,
            String unitPath) {
        this(accountId, username, displayName, title, roles, staffId, unitId, unitPath, null);
    }

    /**
     * Whether a person does in this role what a power is needed for: a deputy, who acts for the school by delegation, only what was given.
     *
     * @param power null: none is needed
     */
    public boolean worksAs(Role role, Power power) {
        return is(role) && (!isBound(role, power) || delegation.covers(power));
    }

    /** The names of the roles in which a person does what a power is needed for: whatever work was put to them waits for this person too. */
    public List<String> worksAs(Power power) {
        return roles.stream()
                .filter(role -> worksAs(role, power))
                .map(Role::name)
                .toList();
    }

    /** Whether a person does so in this role for the records of a class. */
    boolean worksAs(Role role, Power power, int grade, String className) {
        return is(role) && (!isBound(role, power) || delegation.covers(power, grade, className));
    }

    private boolean isBound(Role role, Power power) {
        return role == Role.PRINCIPAL && power != null && delegation != null;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
