package vn.hocba.identity;

import java.io.Serializable;
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
 */
public record CurrentUser(
        String accountId,
        String username,
        String displayName,
        String title,
        Set<Role> roles,
        String staffId,
        String unitId,
        String unitPath)
        implements Serializable {

    public CurrentUser {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
