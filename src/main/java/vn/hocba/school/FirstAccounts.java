package vn.hocba.school;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.CurrentUser;

/** Gets the people of a school going whose list was just taken in: the roles that their titles propose are confirmed, and everybody has an account. */
@Service
public class FirstAccounts {

    private final RoleProposals roles;
    private final StaffAccounts accounts;

    FirstAccounts(RoleProposals roles, StaffAccounts accounts) {
        this.roles = roles;
        this.accounts = accounts;
    }

    /**
     * Does so.
     *
     * @param decisionNo by which heads and deputies have their offices
     * @param password as for {@link StaffAccounts#provision}
     * @throws vn.hocba.shared.Refused when the user is not the admin of this school
     */
    @Transactional
    public List<CurrentUser> provide(String schoolId, String decisionNo, String password) {
        roles.confirmAll(schoolId, decisionNo);
        return accounts.provision(schoolId, password);
    }
}
