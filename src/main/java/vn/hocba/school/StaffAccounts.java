package vn.hocba.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.StaffId;

/** Gives the staff of a school their accounts. */
@Service
public class StaffAccounts {

    private final Access access;
    private final SchoolDirectory directory;
    private final Accounts accounts;
    private final AuditLog audit;

    StaffAccounts(Access access, SchoolDirectory directory, Accounts accounts, AuditLog audit) {
        this.access = access;
        this.directory = directory;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Creates or updates one account per working member of staff who has a role. The user name is the official e-mail in lower case; where there is none,
     * or it belongs to somebody else already, the sector code and the school's code: «0197683974.79774401».
     *
     * @param password for all of them; null leaves the ones there are
     * @return the accounts, in the order of the sector codes
     * @throws vn.hocba.shared.Refused when the user is not the admin of this school
     */
    @Transactional
    public List<CurrentUser> provision(String schoolId, String password) {
        access.at(schoolId, Role.SCHOOL_ADMIN);
        Unit school = directory.unit(schoolId);
        String passwordHash = password == null ? null : accounts.hashOf(password);
        List<CurrentUser> provisioned = new ArrayList<>();
        for (StaffInfo person : directory.staffOf(schoolId)) {
            Set<Role> roles = StaffRoles.of(person);
            if (person.working() && !roles.isEmpty()) {
                provisioned.add(accounts.put(account(person, username(person, school), school), passwordHash));
            }
        }
        audit.append(schoolId, "school.accounts", Integer.toString(provisioned.size()));
        return provisioned;
    }

    /** Closes the accounts of those who do not work at the school any more: their rights end with that. */
    @Transactional
    void closeThoseOfLeavers(String schoolId) {
        for (StaffInfo person : directory.staffOf(schoolId)) {
            if (!person.working()) {
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
        for (StaffInfo person : directory.staffOf(schoolId)) {
            if (returningStaffIds.contains(person.id())
                    && person.working()
                    && !StaffRoles.of(person).isEmpty()) {
                lastUsername(person, school).ifPresent(username -> {
                    accounts.put(account(person, username, school), null);
                    audit.append(schoolId, "school.account-reopened", username);
                });
            }
        }
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

    private static NewAccount account(StaffInfo person, String username, Unit school) {
        return new NewAccount(
                username,
                null,
                person.fullName(),
                person.title() == null ? "" : person.title(),
                StaffRoles.of(person),
                new StaffId(person.id()),
                school.id(),
                school.path());
    }

    private String username(StaffInfo person, Unit school) {
        if (person.email() != null
                && person.email().contains("@")
                && person.email().length() <= 100) {
            String email = person.email().toLowerCase(Locale.ROOT);
            Optional<CurrentUser> holder = accounts.byUsername(email);
            if (holder.isEmpty() || person.id().equals(holder.get().staffId())) {
                return email;
            }
        }
        return person.moetCode() + "." + school.code();
    }
}
