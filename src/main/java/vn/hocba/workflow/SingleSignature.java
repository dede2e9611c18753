package vn.hocba.workflow;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.signing.session.SigningSession;

/**
 * The signature on a single document, such as a package: with a key that is open here at once, and what stands in its way is refused at once; else as a batch of
 * one, which waits for the confirmation and outlives this process.
 */
@Service
public class SingleSignature {

    private final BatchJobs jobs;
    private final Batches batches;
    private final TransactionTemplate transaction;

    SingleSignature(BatchJobs jobs, Batches batches, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.batches = batches;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How the latest stands that the current user has asked for elsewhere at a target; empty where there was none, as after one that was made at once. */
    public Optional<Batches.Progress> latest(String kind, String targetId) {
        return batches.latest(kind, targetId);
    }

    /**
     * Signs, in the name of the current user.
     *
     * @param order of the kind of a {@link SigningStep}, with one target
     * @param signing opened for it; closed by this, or by the batch
     * @throws vn.hocba.shared.Refused what the step refuses, where the key is open here
     */
    public void sign(Batches.Order order, SigningSession signing) {
        if (!signing.holdsKey()) {
            batches.start(order, signing);
            return;
        }
        String classId = order.classId() == null ? null : order.classId().value();
        List<String> targets = order.targets();
        try (signing) {
            BatchJob.BatchRun run =
                    new BatchJob.BatchRun(null, order.unitId().value(), classId, order.parameter(), signing);
            transaction.executeWithoutResult(
                    status -> targets.forEach(target -> jobs.of(order.kind()).perform(run, target)));
        }
    }
}
