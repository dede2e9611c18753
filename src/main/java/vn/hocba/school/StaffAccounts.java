package vn.hocba.school;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Delegation;
import vn.hocba.identity.Right;
import vn.hocba.identity.Role;
import vn.hocba.identity.RoleGrants;
import vn.hocba.identity.RoleGrants.Grant;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.StaffId;
import vn.hocba.shared.Texts;

/** Gives the staff of a school their accounts: what each may do follows from the roles that were given ({@link GrantRoles}) and from the duties. */
@Service
public class StaffAccounts {

    private final Access access;
    private final SchoolDirectory directory;
    private final Duties duties;
    private final RoleGrants grants;
    private final Accounts accounts;
    private final Session session;
    private final AuditLog audit;

    StaffAccounts(
            Access access,
            SchoolDirectory directory,
            Duties duties,
            RoleGrants grants,
            Accounts accounts,
            Session session,
            AuditLog audit) {
        this.access = access;
        this.directory = directory;
        this.duties = duties;
        this.grants = grants;
        this.accounts = accounts;
        this.session = session;
        this.audit = audit;
    }

    /**
     * Creates or updates one account per working member of staff who has a role. The user name is the official e-mail in lower case; where there is none,
     * or it is or was somebody else's, the sector code and the school's code: «0197683974.79774401».
     *
     * @param password for all of them; null leaves the ones there are
     * @return the accounts, in the order of the sector codes
     * @throws vn.hocba.shared.Refused when the user is not the admin of this school
     */
    @Transactional
    public List<CurrentUser> provision(String schoolId, String password) {
        access.at(schoolId, Right.GIVE_ACCOUNTS);
        Unit school = directory.unit(schoolId);
        String passwordHash = password == null ? null : accounts.hashOf(password);
        List<CurrentUser> provisioned = new ArrayList<>();
        Rights rights = rights(schoolId);
        for (StaffInfo person : directory.staffOf(schoolId)) {
            if (person.working() && !rights.of(person).isEmpty()) {
                provisioned.add(accounts.put(account(person, username(person, school), school, rights), passwordHash));
            }
        }
        audit.append(schoolId, "school.accounts", Integer.toString(provisioned.size()));
        return provisioned;
    }

    /** Ends the roles and closes the accounts of those who do not work at the school any more. */
    @Transactional
    void closeThoseOfLeavers(String schoolId) {
        String by = session.find().map(CurrentUser::displayName).orElse(null);
        for (StaffInfo person : directory.staffOf(schoolId)) {
            if (!person.working()) {
                grants.endAll(person.id(), by, Texts.vi("school.roles.left"));
                // One whose e-mail changed may have two.
                for (Optional<CurrentUser> open = accounts.ofStaff(person.id());
                        open.isPresent();
                        open = accounts.ofStaff(person.id())) {
                    accounts.close(open.get().accountId());
                    audit.append(schoolId, "school.account-closed", open.get().username());
                }
            }
        }
    }

    /** Whoever is of the school again gets the last account back, with the password of then and the rights of now. Others get theirs by {@link #provision}. */
    @Transactional
    void reopenThoseOf(String schoolId, Set<String> returningStaffIds) {
        Unit school = directory.unit(schoolId);
        Rights rights = rights(schoolId);
        for (StaffInfo person : directory.staffOf(schoolId)) {
            if (returningStaffIds.contains(person.id())
                    && person.working()
                    && !rights.of(person).isEmpty()) {
                lastUsername(person, school).ifPresent(username -> {
                    accounts.put(account(person, username, school, rights), null);
                    audit.append(schoolId, "school.account-reopened", username);
                });
            }
        }
    }

    /** Whoever is given a duty may do the work of teachers from now on; who has no account gets one, without a password. */
    @Transactional
    void letTeach(String schoolId, String staffId) {
        Unit school = directory.unit(schoolId);
        StaffInfo person = directory.staff(staffId);
        Optional<CurrentUser> known = accounts.ofStaff(staffId);
        if (known.isEmpty()) {
            Rights rights = new Rights(Map.of(), Set.of(staffId));
            accounts.put(account(person, username(person, school), school, rights), null);
        } else if (!known.get().is(Role.TEACHER)) {
            Set<Role> roles = EnumSet.of(Role.TEACHER);
            roles.addAll(known.get().roles());
            accounts.put(
                    new NewAccount(
                            known.get().username(),
                            null,
                            known.get().displayName(),
                            known.get().title(),
                            roles,
                            new StaffId(staffId),
                            school.id(),
                            school.path(),
                            known.get().delegation()),
                    null);
        }
    }

    /** Whoever has a duty by what was imported, and an account, may do the work of teachers from now on. */
    @Transactional
    void letTeachWhoHaveDuties(String schoolId) {
        Set<String> teachers = rights(schoolId).teachers();
        for (StaffInfo person : directory.staffOf(schoolId)) {
            if (teachers.contains(person.id()) && isOpen(person.id())) {
                letTeach(schoolId, person.id());
            }
        }
    }

    /** Gives a member of staff the rights of now: the account is brought up to date, made, or closed where none is left. */
    @Transactional
    void renew(String schoolId, String staffId) {
        Unit school = directory.unit(schoolId);
        StaffInfo person = directory.staff(staffId);
        Rights rights = rights(schoolId);
        Optional<CurrentUser> known = accounts.ofStaff(staffId);
        if (person.working() && !rights.of(person).isEmpty()) {
            String username = known.map(CurrentUser::username).orElseGet(() -> username(person, school));
            accounts.put(account(person, username, school, rights), null);
        } else {
            known.ifPresent(account -> accounts.close(account.accountId()));
        }
    }

    /**
     * What the staff of a school may be.
     *
     * @param granted what was given and counts now, by member of staff
     * @param teachers who has a duty, or will have
     */
    private record Rights(Map<String, List<Grant>> granted, Set<String> teachers) {

        Set<Role> of(StaffInfo person) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            granted.getOrDefault(person.id(), List.of()).forEach(grant -> roles.add(grant.role()));
            if (roles.stream().anyMatch(Role::isOfProvince)) {
                roles.add(Role.PROVINCE);
            }
            if (teachers.contains(person.id()) || StaffRoles.isTeacher(person)) {
                roles.add(Role.TEACHER);
            }
            return roles;
        }

        /** What a deputy of a school was given to do; null for everybody else. */
        Delegation delegation(StaffInfo person) {
            return granted.getOrDefault(person.id(), List.of()).stream()
                    .filter(grant -> grant.role() == Role.PRINCIPAL && grant.capacity() == Capacity.DEPUTY)
                    .map(Grant::delegation)
                    .findFirst()
                    .orElse(null);
        }

        /** As documents print it: who acts for the school or the Sở signs as what was given. */
        String title(StaffInfo person) {
            return granted.getOrDefault(person.id(), List.of()).stream()
                    .filter(grant -> grant.capacity() != null)
                    .min(Comparator.comparing(Grant::capacity))
                    .map(grant -> grant.capacity().titleOf(grant.role()))
                    .orElse(person.title() == null ? "" : person.title());
        }
    }

    private Rights rights(String schoolId) {
        return new Rights(
                grants.current(schoolId).stream().filter(Grant::counts).collect(Collectors.groupingBy(Grant::staffId)),
                duties.current(schoolId).stream().map(Duties.Term::staffId).collect(Collectors.toSet()));
    }

    /** What the people of a school may be now, by member of staff; who has left is missing. */
    @Transactional(readOnly = true)
    public Map<String, Set<Role>> rolesAt(String schoolId) {
        Rights rights = rights(schoolId);
        return directory.staffOf(schoolId).stream()
                .filter(StaffInfo::working)
                .collect(Collectors.toMap(StaffInfo::id, rights::of));
    }

    /** Whether somebody has an account that can be used. */
    boolean isOpen(String staffId) {
        return accounts.ofStaff(staffId).isPresent();
    }

    /** Whether somebody once had an account that {@link #reopenThoseOf} would give back. */
    boolean canReopen(String staffId) {
        return !isOpen(staffId) && !accounts.closedUsernames(staffId).isEmpty();
    }

    private Optional<String> lastUsername(StaffInfo person, Unit school) {
        List<String> closed = canReopen(person.id()) ? accounts.closedUsernames(person.id()) : List.of();
        String preferred = username(person, school);
        return closed.contains(preferred)
                ? Optional.of(preferred)
                : closed.stream().findFirst();
    }

    private static NewAccount account(StaffInfo person, String username, Unit school, Rights rights) {
        return new NewAccount(
                username,
                null,
                person.fullName(),
                rights.title(person),
                rights.of(person),
                new StaffId(person.id()),
                school.id(),
                school.path(),
                rights.delegation(person));
    }

    private String username(StaffInfo person, Unit school) {
        if (person.email() != null
                && person.email().contains("@")
                && person.email().length() <= 100) {
            String email = person.email().toLowerCase(Locale.ROOT);
            if (mayHave(email, person)) {
                return email;
            }
        }
        return person.moetCode() + "." + school.code();
    }

    /** Addresses are given to others when somebody has left. A closed account, whose password is known to who had it, is taken up by the same person alone. */
    private boolean mayHave(String username, StaffInfo person) {
        return accounts.byUsername(username)
                .map(holder -> person.id().equals(holder.staffId()))
                .orElseGet(() -> accounts.closed(username)
                        .map(former -> isSame(former.staffId(), person))
                        .orElse(true));
    }

    private boolean isSame(String formerStaffId, StaffInfo person) {
        return formerStaffId != null
                && (formerStaffId.equals(person.id())
                        || person.personalId() != null
                                && person.personalId()
                                        .equals(directory.staff(formerStaffId).personalId()));
    }
}
