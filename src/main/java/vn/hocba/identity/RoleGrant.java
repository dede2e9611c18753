package vn.hocba.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import vn.hocba.shared.BaseEntity;

/** A role that somebody was given at a school or a Sở. */
@Entity
class RoleGrant extends BaseEntity {

    String unitId;
    String staffId;

    @Enumerated(EnumType.STRING)
    Role role;

    /** Of who leads; null for the other roles, and where nobody knows. */
    @Enumerated(EnumType.STRING)
    Capacity capacity;

    /** In the words of before; null since there is a {@link #delegation}. */
    String scope;

    /** Of a deputy, as {@link Delegation} writes it; null for the others. */
    String delegation;

    LocalDate startsOn;
    LocalDate endsOn;
    String decisionNo;

    /** Null: not yet. */
    Instant heldFrom;

    /** Null: still. */
    Instant heldUntil;

    /** When it begins or ends by itself; null: neither. */
    LocalDate dueOn;

    String grantedBy;
    String endedBy;
    String endReason;

    RoleGrants.Grant plain() {
        return new RoleGrants.Grant(
                id(),
                unitId,
                staffId,
                role,
                capacity,
                scope,
                Delegation.read(delegation),
                startsOn,
                endsOn,
                decisionNo,
                heldFrom,
                heldUntil,
                grantedBy,
                endedBy,
                endReason);
    }
}
