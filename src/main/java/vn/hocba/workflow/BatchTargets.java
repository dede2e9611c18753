package vn.hocba.workflow;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.session.StaleDraft;

/** Reaches one target of a batch, in a transaction of its own, and writes what became of it: once, whoever else tries. */
@Component
class BatchTargets {

    private static final Logger LOG = LoggerFactory.getLogger(BatchTargets.class);
    private static final int TRIES = 3;

    private final BatchItems items;
    private final BatchLeases leases;
    private final BatchRights rights;
    private final TransactionTemplate transaction;

    BatchTargets(BatchItems items, BatchLeases leases, BatchRights rights, PlatformTransactionManager transactions) {
        this.items = items;
        this.leases = leases;
        this.rights = rights;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether this node has reached it, successfully or not; false leaves it as somebody else has left it. */
    boolean reach(RunningBatch batch, String target) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> perform(batch, target)));
            } catch (StopBatch stop) {
                batch.stop(stop);
                return true;
            } catch (StaleDraft stale) {
                return items.stale(batch.id(), target, leases.node(), stale.getMessage());
            } catch (Refused refused) {
                return fail(batch.id(), target, refused.getMessage());
            } catch (ConcurrencyFailureException | OptimisticLockingException conflict) {
                if (attempt == TRIES) {
                    return failWithId(batch.id(), target, conflict);
                }
            } catch (RuntimeException unexpected) {
                return failWithId(batch.id(), target, unexpected);
            }
        }
    }

    /** Taken first: whoever else tries waits for the end of this transaction, and then finds it done. */
    private boolean perform(RunningBatch batch, String target) {
        if (batch.isPreparing()) {
            return prepare(batch, target);
        }
        if (!items.take(batch.id(), target, leases.node())) {
            return false;
        }
        String nothingToDo = rights.ofNow(batch.user(), () -> batch.job().perform(batch.run(), target));
        if (nothingToDo != null) {
            items.skipped(batch.id(), target, nothingToDo);
        }
        return true;
    }

    /** It goes on waiting: it is done when the consent has come. */
    private boolean prepare(RunningBatch batch, String target) {
        rights.ofNow(batch.user(), () -> {
            batch.job().prepare(batch.run(), target);
            return null;
        });
        return true;
    }

    private boolean failWithId(String batchId, String target, RuntimeException cause) {
        String errorId = Ids.next().substring(0, 12);
        LOG.error("Batch {} failed for {}, error {}", batchId, target, errorId, cause);
        return fail(batchId, target, Texts.vi("workflow.batch.error", errorId));
    }

    private boolean fail(String batchId, String target, String reason) {
        return items.failed(batchId, target, leases.node(), reason);
    }
}
