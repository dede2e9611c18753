package vn.hocba.workflow;

import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.CurrentUser;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.SigningSession;

/** Writes down what was ordered: the batch, its targets, that this node works on it, and the signing session it goes on with; all of it or nothing. */
@Component
class BatchOrders {

    private final BatchRepository batches;
    private final BatchItems items;
    private final BatchLeases leases;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BatchOrders(
            BatchRepository batches,
            BatchItems items,
            BatchLeases leases,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.items = items;
        this.leases = leases;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // Also where what was just committed asks for a batch: what is around is over then, and keeps nothing any more.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes an order.
     *
     * @param signing session to keep with the batch; null where the kind does not sign
     * @return the batch, held by this node and not begun yet
     * @throws Refused when it has no targets, or the person has one that runs for the same class and step
     */
    Batch take(Batches.Order order, CurrentUser user, SigningSession signing) {
        if (order.targets().isEmpty()) {
            throw Refused.invalid("workflow.batch.empty");
        }
        Batch batch = new Batch();
        batch.kind = order.kind();
        batch.accountId = user.accountId();
        batch.schoolId = order.unitId().value();
        batch.classId = order.classId() == null ? null : order.classId().value();
        batch.parameter = order.parameter();
        batch.state = BatchState.RUNNING;
        batch.stepKey = signing == null ? null : stepKey(batch);
        batch.total = order.targets().size();
        batch.createdAt = clock.instant();
        try {
            keep(batch, order, signing);
        } catch (DataIntegrityViolationException another) {
            if (batch.stepKey == null) {
                throw another;
            }
            throw Refused.notNow("workflow.batch.running");
        }
        return batch;
    }

    private void keep(Batch batch, Batches.Order order, SigningSession signing) {
        transaction.executeWithoutResult(status -> {
            batches.saveAndFlush(batch);
            items.add(batch.id(), order.targets());
            leases.hold(batch.id());
            if (signing != null) {
                signing.keep(batch.id());
            }
        });
    }

    /** One signature of a person for a class and step at a time, in whatever tab and on whatever node: the database keeps it unique while the batch runs. */
    static String stepKey(Batch batch) {
        return batch.classId == null
                ? null
                : String.join(
                        "|",
                        batch.accountId,
                        batch.kind,
                        batch.classId,
                        batch.parameter == null ? "" : batch.parameter);
    }
}
