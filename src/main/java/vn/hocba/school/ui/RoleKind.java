package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import vn.hocba.identity.Capacity;
import vn.hocba.identity.Role;

/** A role as a school speaks of it: of the head's, what somebody acts as. */
enum RoleKind {
    HEAD(Role.PRINCIPAL, Capacity.HEAD),
    ACTING(Role.PRINCIPAL, Capacity.ACTING),
    DEPUTY(Role.PRINCIPAL, Capacity.DEPUTY),
    CLERK(Role.CLERK, null),
    SCHOOL_ADMIN(Role.SCHOOL_ADMIN, null);

    private final Role role;
    private final Capacity capacity;

    RoleKind(Role role, Capacity capacity) {
        this.role = role;
        this.capacity = capacity;
    }

    static RoleKind of(Role role, Capacity capacity) {
        return valueOf(capacity == null ? role.name() : capacity.name());
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
