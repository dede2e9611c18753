package vn.hocba.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.KeptCounts;
import vn.hocba.shared.StaffId;

/** The accounts of the embedded sign-in. */
@Service
public class Accounts {

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final KeptCounts counts;
    private final ApplicationEventPublisher events;

    Accounts(AccountRepository accounts, PasswordEncoder encoder, KeptCounts counts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.counts = counts;
        this.events = events;
    }

    /**
     * What an account is to hold; a password of null leaves the one there is, staffId is null at units whose people are not known one by one, delegation where the
     * person is no deputy of a school.
     */
    public record NewAccount(
            String username,
            String password,
            String displayName,
            String title,
            Collection<Role> roles,
            StaffId staffId,
            String unitId,
            String unitPath,
            Delegation delegation) {

        /** Of somebody who acts by nobody's delegation. */
        public NewAccount(
                String username,
                String password,
                String displayName,
                String title,
                Collection<Role> roles,
                StaffId staffId,
                String unitId,
                String unitPath) {
            this(username, password, displayName, title, roles, staffId, unitId, unitPath, null);
        }
    }

    /** What is stored of a password; takes a tenth of a second on purpose. */
    public String hashOf(String password) {
        return encoder.encode(password);
    }

    /** Creates the account, or brings the one with this user name up to date. */
    @Transactional
    public CurrentUser put(NewAccount wanted) {
        return put(wanted, wanted.password() == null ? null : hashOf(wanted.password()));
    }

    /**
     * The same for many accounts that begin with one password.
     *
     * @param passwordHash see {@link #hashOf}, in place of the password; null leaves the one there is
     */
    @Transactional
    public CurrentUser put(NewAccount wanted, String passwordHash) {
        Account account = accounts.findByUsername(wanted.username()).orElseGet(Account::new);
        changing(account);
        account.username = wanted.username();
        account.displayName = wanted.displayName();
        account.title = wanted.title();
        account.grant(wanted.roles());
        account.staffId = wanted.staffId() == null ? null : wanted.staffId().value();
        account.unitId = wanted.unitId();
        account.unitPath = wanted.unitPath();
        account.delegation =
                wanted.delegation() == null ? null : wanted.delegation().written();
        account.active = true;
        if (passwordHash != null) {
            account.password = passwordHash;
        }
        changing(account);
        CurrentUser user = accounts.save(account).toUser();
        events.publishEvent(new LiveAccounts.Changed(user.accountId()));
        return user;
    }

    /** Closes an account: nobody signs in with it any more, who is signed in gets no further, what it did stays in the log. */
    @Transactional
    public void close(String accountId) {
        Account account = accounts.findById(accountId).orElseThrow();
        changing(account);
        account.active = false;
        events.publishEvent(new LiveAccounts.Changed(accountId));
    }

    /** Units have come to stand elsewhere in the tree: whoever works at them follows at once. */
    @Transactional
    public void moved(String fromPath, String toPath) {
        for (Account account : accounts.findByUnitPathStartingWith(fromPath)) {
            account.unitPath = toPath + account.unitPath.substring(fromPath.length());
            events.publishEvent(new LiveAccounts.Changed(account.id()));
        }
    }

    /** Who is a principal, and where, decides who can sign. */
    private void changing(Account account) {
        if (account.unitId != null) {
            counts.changed(account.unitId);
        }
    }

    @Transactional(readOnly = true)
    public Optional<CurrentUser> byUsername(String username) {
        return accounts.findByUsername(username)
                .filter(account -> account.active)
                .map(Account::toUser);
    }

    /** Who had this user name until the account was closed; its password is there still. */
    @Transactional(readOnly = true)
    public Optional<CurrentUser> closed(String username) {
        return accounts.findByUsername(username)
                .filter(account -> !account.active)
                .map(Account::toUser);
    }

    @Transactional(readOnly = true)
    public Optional<CurrentUser> byId(String accountId) {
        return accounts.findById(accountId).filter(account -> account.active).map(Account::toUser);
    }

    @Transactional(readOnly = true)
    public Optional<CurrentUser> ofStaff(String staffId) {
        return accounts.findByStaffId(staffId).stream()
                .filter(account -> account.active)
                .map(Account::toUser)
                .findFirst();
    }

    /** The user names of the closed accounts of a member of staff, in their order. */
    @Transactional(readOnly = true)
    public List<String> closedUsernames(String staffId) {
        return accounts.findByStaffId(staffId).stream()
                .filter(account -> !account.active)
                .map(account -> account.username)
                .sorted()
                .toList();
    }

    /** Every active account, by unit and user name. */
    @Transactional(readOnly = true)
    public List<CurrentUser> all() {
        return accounts.findByActiveTrueOrderByUnitPathAscUsernameAsc().stream()
                .map(Account::toUser)
                .toList();
    }
}
