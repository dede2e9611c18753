package vn.hocba.identity;

import java.util.Optional;

/** What an account may do at this moment. */
public interface AccountStanding {

    /** The person with the roles and the unit of now; empty when the account was closed or is not there. */
    Optional<CurrentUser> of(String accountId);
}
