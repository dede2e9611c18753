package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Delegation;
import vn.hocba.identity.Power;
import vn.hocba.identity.Role;
import vn.hocba.identity.RoleGrants;
import vn.hocba.identity.RoleGrants.Grant;
import vn.hocba.identity.RoleGrants.NewGrant;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;
import vn.hocba.shared.StaffId;
import vn.hocba.shared.UnitId;

/**
 * Gives and ends roles at a school: head, acting head, deputy with a delegation (NĐ 30/2020 Điều 13), keeper of the seal, admin; at a Sở leader, officer, clerk.
 * Titles only propose. The unit above gives the first ones of a school; nobody gives a role to oneself, and a deputy of a school gives none.
 */
@Service
public class GrantRoles {

    /** A reason shorter than this tells nobody why. */
    public static final int SHORTEST_REASON = 5;

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NUMBER = 100;
    private static final Map<UnitKind, Set<Role>> GIVEN = Map.of(
            UnitKind.SCHOOL,
            Set.of(Role.PRINCIPAL, Role.CLERK, Role.SCHOOL_ADMIN),
            UnitKind.PROVINCE,
            Set.of(Role.PROVINCE_OFFICER, Role.PROVINCE_LEADER, Role.PROVINCE_CLERK));

    private final RoleKeepers keepers;
    private final SchoolDirectory directory;
    private final OrgUnitRepository units;
    private final RoleGrants grants;
    private final StaffAccounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    GrantRoles(
            RoleKeepers keepers,
            SchoolDirectory directory,
            OrgUnitRepository units,
            RoleGrants grants,
            StaffAccounts accounts,
            AuditLog audit,
            Clock clock) {
        this.keepers = keepers;
        this.directory = directory;
        this.units = units;
        this.grants = grants;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is decided.
     *
     * @param capacity of who leads; null for the other roles
     * @param delegation what a deputy is given to do; asked of deputies of a school alone
     * @param from the first day; one that has passed counts at once
     * @param until the last day; null: until further notice
     * @param decisionNo as «12/QĐ-THRĐ»; asked of heads and deputies
     */
    public record Decision(
            String staffId,
            Role role,
            Capacity capacity,
            Delegation delegation,
            LocalDate from,
            LocalDate until,
            String decisionNo) {}

    /**
     * Gives a role.
     *
     * @return its id
     * @throws Refused when the user may not give roles at this school, gives it to oneself, or the decision does not fit
     */
    @Transactional
    public String give(String schoolId, Decision decision) {
        Unit school = directory.unit(schoolId);
        CurrentUser user = keepers.demand(school);
        units.lock(schoolId);
        StaffInfo person = demandPerson(schoolId, decision.staffId());
        if (person.id().equals(user.staffId())) {
            throw Refused.notAllowed("school.roles.oneself");
        }
        demandFits(school, decision);
        demandFree(schoolId, decision);
        Grant given = grants.give(new NewGrant(
                new UnitId(schoolId),
                new StaffId(person.id()),
                decision.role(),
                decision.capacity(),
                decision.capacity() == Capacity.DEPUTY ? decision.delegation() : null,
                decision.from(),
                decision.until(),
                clean(decision.decisionNo()).isEmpty() ? null : clean(decision.decisionNo()),
                user.displayName()));
        if (given.counts()) {
            accounts.renew(schoolId, person.id());
        }
        audit.append(schoolId, "school.role-given", words(person, given));
        return given.id();
    }

    /**
     * Ends a role, or takes back one that has not begun.
     *
     * @param reason at least {@value #SHORTEST_REASON} characters
     * @throws Refused when the user may not, or it has ended already
     */
    @Transactional
    public void end(String grantId, String reason) {
        Grant grant = grants.find(grantId).orElseThrow(() -> Refused.notNow("identity.grant-over"));
        CurrentUser user = keepers.demand(directory.unit(grant.unitId()));
        String given = clean(reason);
        if (given.length() < SHORTEST_REASON || given.length() > LONGEST_REASON) {
            throw Refused.invalid("school.roles.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        units.lock(grant.unitId());
        grants.end(grantId, user.displayName(), given);
        accounts.renew(grant.unitId(), grant.staffId());
        audit.append(grant.unitId(), "school.role-ended", words(directory.staff(grant.staffId()), grant));
    }

    private static String words(StaffInfo person, Grant grant) {
        return "%s: %s%s"
                .formatted(person.moetCode(), grant.role(), grant.capacity() == null ? "" : " " + grant.capacity());
    }

    private StaffInfo demandPerson(String schoolId, String staffId) {
        try {
            return Optional.ofNullable(staffId)
                    .map(directory::staff)
                    .filter(person -> person.schoolId().equals(schoolId) && person.working())
                    .orElseThrow(() -> Refused.invalid("school.roles.no-person"));
        } catch (EmptyResultDataAccessException none) {
            throw Refused.invalid("school.roles.no-person");
        }
    }

    private void demandFits(Unit unit, Decision decision) {
        if (decision.role() == null
                || !GIVEN.getOrDefault(unit.kind(), Set.of()).contains(decision.role())
                || decision.role().leads() != (decision.capacity() != null)) {
            throw Refused.invalid("school.roles.role");
        }
        if (decision.from() == null) {
            throw Refused.invalid("school.duties.from");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (decision.until() != null
                && (decision.until().isBefore(decision.from())
                        || decision.until().isBefore(today))) {
            throw Refused.invalid("school.duties.until");
        }
        int number = clean(decision.decisionNo()).length();
        if (number > LONGEST_NUMBER || number == 0 && decision.role().leads()) {
            throw Refused.invalid("school.roles.number", LONGEST_NUMBER);
        }
        if (decision.capacity() == Capacity.DEPUTY && decision.role() == Role.PRINCIPAL) {
            demandFits(decision.delegation());
        }
    }

    private static void demandFits(Delegation delegation) {
        if (delegation == null
                || delegation.powers().isEmpty()
                || !Power.delegable().containsAll(delegation.powers())) {
            throw Refused.invalid("school.roles.scope");
        }
        if (!delegation.covers(Power.SIGN_RECORDS) && !delegation.isForAll()) {
            throw Refused.invalid("school.roles.places");
        }
    }

    /** A unit has one head at a time, and nobody has a role twice. */
    private void demandFree(String schoolId, Decision decision) {
        List<Grant> current = grants.current(schoolId);
        boolean twice = current.stream()
                .anyMatch(grant -> grant.staffId().equals(decision.staffId()) && grant.role() == decision.role());
        if (twice) {
            throw Refused.notNow("school.roles.has-it");
        }
        if (decision.role().leads() && decision.capacity() != Capacity.DEPUTY) {
            current.stream()
                    .filter(grant -> grant.counts()
                            && grant.isHead(decision.role())
                            && !decision.from().isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone())))
                    .findFirst()
                    .ifPresent(head -> {
                        throw Refused.notNow(
                                "school.roles.one-head",
                                directory.staff(head.staffId()).fullName());
                    });
        }
    }

    private static String clean(String text) {
        return FreeWords.line(text);
    }
}
