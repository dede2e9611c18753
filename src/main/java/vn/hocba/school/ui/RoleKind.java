package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import java.util.List;
import java.util.stream.Stream;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.Role;
import vn.hocba.school.UnitKind;

/** A role as a school or a Sở speaks of it: of the head's, what somebody acts as. */
enum RoleKind {
    HEAD(Role.PRINCIPAL, Capacity.HEAD),
    ACTING(Role.PRINCIPAL, Capacity.ACTING),
    DEPUTY(Role.PRINCIPAL, Capacity.DEPUTY),
    CLERK(Role.CLERK, null),
    SCHOOL_ADMIN(Role.SCHOOL_ADMIN, null),
    PROVINCE_HEAD(Role.PROVINCE_LEADER, Capacity.HEAD),
    PROVINCE_ACTING(Role.PROVINCE_LEADER, Capacity.ACTING),
    PROVINCE_DEPUTY(Role.PROVINCE_LEADER, Capacity.DEPUTY),
    /** Who went on as before when the Sở got roles of its own: it is not known in which capacity. */
    PROVINCE_LEADER(Role.PROVINCE_LEADER, null),
    PROVINCE_OFFICER(Role.PROVINCE_OFFICER, null),
    PROVINCE_CLERK(Role.PROVINCE_CLERK, null);

    private static final List<RoleKind> OF_SCHOOLS = List.of(HEAD, ACTING, DEPUTY, CLERK, SCHOOL_ADMIN);
    private static final List<RoleKind> OF_PROVINCES =
            List.of(PROVINCE_HEAD, PROVINCE_ACTING, PROVINCE_DEPUTY, PROVINCE_OFFICER, PROVINCE_CLERK);

    private final Role role;
    private final Capacity capacity;

    RoleKind(Role role, Capacity capacity) {
        this.role = role;
        this.capacity = capacity;
    }

    static RoleKind of(Role role, Capacity capacity) {
        return Stream.of(values())
                .filter(kind -> kind.role == role && kind.capacity == capacity)
                .findFirst()
                .orElseThrow();
    }

    /** Those that can be given at a unit. */
    static List<RoleKind> at(UnitKind unit) {
        return unit == UnitKind.PROVINCE ? OF_PROVINCES : OF_SCHOOLS;
    }

    /** Whether what is given to do has to be said. */
    boolean isDeputy() {
        return capacity == Capacity.DEPUTY;
    }

    Role role() {
        return role;
    }

    /** Null for roles that are not the head's. */
    Capacity capacity() {
        return capacity;
    }

    String words() {
        return text("school.roles.kind." + this);
    }
}
