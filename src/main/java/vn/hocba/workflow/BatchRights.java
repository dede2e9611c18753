package vn.hocba.workflow;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.hocba.identity.AccountStanding;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;

/** In whose name each item of a batch is done: the person who started it, with the rights of now. */
@Component
class BatchRights {

    private final AccountStanding standing;
    private final Session session;

    BatchRights(AccountStanding standing, Session session) {
        this.standing = standing;
        this.session = session;
    }

    /**
     * Does one item. A role that was taken away since the start is missing for it, as the item's own check will say.
     *
     * @throws StopBatch when the account was closed, or now stands for another person or unit: nothing more is done in this name
     */
    <T> T ofNow(CurrentUser starter, Supplier<T> item) {
        CurrentUser now = standing.of(starter.accountId())
                .filter(account -> Objects.equals(account.staffId(), starter.staffId())
                        && account.unitId().equals(starter.unitId()))
                .orElseThrow(() -> new StopBatch("workflow.batch.account-closed", starter.displayName()));
        return session.as(now, item);
    }
}
