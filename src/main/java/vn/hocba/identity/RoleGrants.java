package vn.hocba.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.Refused;
import vn.hocba.shared.StaffId;
import vn.hocba.shared.UnitId;

/**
 * Which roles people of a school or a Sở were given, now and at any moment before. Who may give and end them, the use case decides in whose transaction these methods
 * run; what an account may do is renewed there too.
 */
@Service
public class RoleGrants {

    private final RoleGrantRepository grants;
    private final Clock clock;

    RoleGrants(RoleGrantRepository grants, Clock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * A role that somebody was given.
     *
     * @param capacity of who leads; null for the other roles, and where nobody knows
     * @param scope what a deputy was given to do, in free words, as long as there was nothing else; null for the others
     * @param delegation what a deputy of a school was given to do; null for the others
     * @param startsOn as it was decided; null where nobody knows
     * @param endsOn the last day; null: until further notice
     * @param heldFrom since when it counts; null: not yet
     * @param heldUntil until when; null: still
     */
    public record Grant(
            String id,
            String unitId,
            String staffId,
            Role role,
            Capacity capacity,
            String scope,
            Delegation delegation,
            LocalDate startsOn,
            LocalDate endsOn,
            String decisionNo,
            Instant heldFrom,
            Instant heldUntil,
            String grantedBy,
            String endedBy,
            String endReason) {

        /** Whether it counted at a moment. */
        public boolean countedAt(Instant moment) {
            return heldFrom != null && !heldFrom.isAfter(moment) && (heldUntil == null || !heldUntil.isBefore(moment));
        }

        /** Whether it lets somebody sign the records of a class for the school. */
        public boolean signs(int grade, String className) {
            return role == Role.PRINCIPAL
                    && (delegation == null || delegation.covers(Power.SIGN_RECORDS, grade, className));
        }

        /** Whether its holder leads the unit in this role, alone. */
        public boolean isHead(Role leading) {
            return role == leading && capacity != null && capacity != Capacity.DEPUTY;
        }

        /** Whether a power for which there are no classes goes with it. */
        public boolean has(Power power) {
            return delegation == null || delegation.covers(power);
        }

        /** Whether it counts now. */
        public boolean counts() {
            return heldFrom != null && heldUntil == null;
        }
    }

    /** What is to be given; the parts as in {@link Grant}. */
    public record NewGrant(
            UnitId unit,
            StaffId staff,
            Role role,
            Capacity capacity,
            Delegation delegation,
            LocalDate startsOn,
            LocalDate endsOn,
            String decisionNo,
            String grantedBy) {}

    /** Gives a role, from now on or from the day that was decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Grant give(NewGrant wanted) {
        RoleGrant grant = new RoleGrant();
        grant.unitId = wanted.unit().value();
        grant.staffId = wanted.staff().value();
        grant.role = wanted.role();
        grant.capacity = wanted.capacity();
        grant.delegation =
                wanted.delegation() == null ? null : wanted.delegation().written();
        grant.startsOn = wanted.startsOn();
        grant.endsOn = wanted.endsOn();
        grant.decisionNo = wanted.decisionNo();
        grant.grantedBy = wanted.grantedBy();
        grant.dueOn = wanted.startsOn();
        if (!wanted.startsOn().isAfter(today())) {
            count(grant);
        }
        return grants.saveAndFlush(grant).plain();
    }

    /**
     * Ends a role, or takes back one that has not begun.
     *
     * @param by who says so
     * @throws Refused when it has ended already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Grant end(String grantId, String by, String reason) {
        RoleGrant grant = grants.findById(grantId)
                .filter(known -> known.heldUntil == null)
                .orElseThrow(() -> Refused.notNow("identity.grant-over"));
        grant.heldUntil = clock.instant();
        grant.dueOn = null;
        grant.endedBy = by;
        grant.endReason = reason;
        return grants.saveAndFlush(grant).plain();
    }

    /** Ends all roles of a member of staff. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(String staffId, String by, String reason) {
        grants.ofStaff(staffId).forEach(grant -> end(grant.id(), by, reason));
    }

    /** Lets a role count from now on whose day has come. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(String grantId) {
        RoleGrant grant = grants.findById(grantId).orElseThrow();
        count(grant);
        grants.saveAndFlush(grant);
    }

    /** Signatures name their time to the second: who is given the role and signs at once had it before. */
    private void count(RoleGrant grant) {
        grant.heldFrom = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        grant.dueOn = grant.endsOn == null ? null : grant.endsOn.plusDays(1);
    }

    /** Roles that are to begin or end by today. */
    @Transactional(readOnly = true)
    public List<Grant> due() {
        return plain(grants.due(today()));
    }

    /** What people of a school have, or will have. */
    @Transactional(readOnly = true)
    public List<Grant> current(String unitId) {
        return plain(grants.current(unitId));
    }

    /** What people of a school had, the latest first. */
    @Transactional(readOnly = true)
    public List<Grant> past(String unitId) {
        return plain(grants.past(unitId));
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<Grant> find(String grantId) {
        return grants.findById(grantId).map(RoleGrant::plain);
    }

    /** The roles that a member of staff has by what was given. */
    @Transactional(readOnly = true)
    public Set<Role> of(String staffId) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        grants.ofStaff(staffId).stream()
                .filter(grant -> grant.heldFrom != null)
                .forEach(grant -> roles.add(grant.role));
        return roles;
    }

    /** As what a member of staff acts for the school; empty for who does not. */
    @Transactional(readOnly = true)
    public Optional<Capacity> capacity(String staffId) {
        return grants.ofStaff(staffId).stream()
                .filter(grant -> grant.heldFrom != null && grant.role == Role.PRINCIPAL)
                .map(grant -> grant.capacity)
                .sorted()
                .findFirst();
    }

    /** By what a member of staff acted for a school at a moment; the highest office where there were several, empty for who did not. */
    @Transactional(readOnly = true)
    public Optional<Grant> actingAt(UnitId unit, StaffId staff, Instant moment) {
        return principals(unit.value()).stream()
                .filter(grant -> grant.staffId().equals(staff.value()) && grant.countedAt(moment))
                .min(Comparator.comparing(Grant::capacity));
    }

    /** Everybody who ever had the role of a principal at a school. */
    @Transactional(readOnly = true)
    public List<Grant> principals(String unitId) {
        return held(unitId, Role.PRINCIPAL);
    }

    /** Everybody who ever had a role at a unit. */
    @Transactional(readOnly = true)
    public List<Grant> held(String unitId, Role role) {
        return plain(grants.held(unitId, role));
    }

    private static List<Grant> plain(List<RoleGrant> grants) {
        return grants.stream().map(RoleGrant::plain).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
