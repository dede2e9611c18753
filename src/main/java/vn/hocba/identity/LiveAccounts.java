package vn.hocba.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Reads the account, and remembers it just long enough that one action asks the database once. A change made here counts at once, one of another node after that time. */
@Component
class LiveAccounts implements AccountStanding {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Cache<String, Optional<CurrentUser>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    LiveAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account was made, changed or closed. */
    record Changed(String accountId) {}

    @Override
    public Optional<CurrentUser> of(String accountId) {
        return known.get(accountId, this::read);
    }

    /** Also after a rollback: what was read inside of that transaction never came to be. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, fallbackExecution = true)
    void forget(Changed changed) {
        known.invalidate(changed.accountId());
    }

    private Optional<CurrentUser> read(String accountId) {
        return jdbc.sql("select username, display_name, title, roles, staff_id, unit_id, unit_path, delegation, "
                        + Successions.OF_ACCOUNT + " as former_units from account"
                        + " where id = ? and active = true")
                .param(accountId)
                .query((row, n) -> new CurrentUser(
                        accountId,
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getString("title"),
                        Account.roles(row.getString("roles")),
                        row.getString("staff_id"),
                        row.getString("unit_id"),
                        row.getString("unit_path"),
                        Delegation.read(row.getString("delegation")),
                        Account.formerUnits(row.getString("former_units"))))
                .optional();
    }
}
