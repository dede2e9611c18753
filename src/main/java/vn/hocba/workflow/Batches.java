package vn.hocba.workflow;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.UnlockedKey;

/**
 * Durable batches: every target in a transaction of its own, a truthful result for each, and one that was interrupted goes on where it stopped. Who may
 * start which batch, the use cases decide.
 */
@Service
public class Batches {

    private final BatchRepository batches;
    private final BatchItems items;
    private final BatchLeases leases;
    private final BatchRunner runner;
    private final Session session;
    private final Clock clock;
    private final BatchJobs jobs;
    private final TransactionTemplate transaction;

    Batches(
            BatchRepository batches,
            BatchItems items,
            BatchLeases leases,
            BatchRunner runner,
            Session session,
            Clock clock,
            BatchJobs jobs,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.items = items;
        this.leases = leases;
        this.runner = runner;
        this.session = session;
        this.clock = clock;
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How far a batch has come.
     *
     * @param waiting targets not reached yet
     * @param message why it stopped, or what to do; null otherwise
     * @param remarks on the targets that were skipped or failed
     */
    public record Progress(
            String batchId,
            String kind,
            String classId,
            BatchState state,
            int total,
            int waiting,
            int done,
            int skipped,
            int failed,
            String message,
            List<Remark> remarks) {

        /** «Done» is said only when nothing failed and nothing was left. */
        public boolean isComplete() {
            return state == BatchState.FINISHED && failed == 0;
        }
    }

    /** Why a target was skipped or failed; className is null where the target is not a record. */
    public record Remark(String targetId, String pupilName, String className, boolean failed, String reason) {}

    /** A batch to start; targets in the order in which they are to be done. */
    public record Order(String kind, String schoolId, String classId, String parameter, List<String> targets) {}

    /**
     * Starts a batch in the background, in the name of the current user.
     *
     * @param key unlocked for it; the batch closes it. Null where the kind needs none
     * @return the batch's id
     */
    public String start(Order order, UnlockedKey key) {
        CurrentUser user = session.user();
        if (order.targets().isEmpty()) {
            throw Refused.invalid("workflow.batch.empty");
        }
        Batch batch = new Batch();
        batch.kind = order.kind();
        batch.accountId = user.accountId();
        batch.schoolId = order.schoolId();
        batch.classId = order.classId();
        batch.parameter = order.parameter();
        batch.state = BatchState.RUNNING;
        batch.total = order.targets().size();
        batch.createdAt = clock.instant();
        transaction.executeWithoutResult(status -> {
            batches.saveAndFlush(batch);
            items.add(batch.id(), order.targets());
            leases.hold(batch.id());
        });
        runner.run(batch, jobs.of(order.kind()), user, key);
        return batch.id();
    }

    /**
     * Goes on with a batch that was interrupted.
     *
     * @throws Refused when it is another person's, or was not interrupted
     */
    public void resume(String batchId, UnlockedKey key) {
        CurrentUser user = session.user();
        Batch batch = own(batchId, user);
        if (!leases.resume(batchId)) {
            throw Refused.notNow("workflow.batch.not-interrupted");
        }
        runner.run(batch, jobs.of(batch.kind), user, key);
    }

    /**
     * How far a batch of the current user has come; read from the database, so it is the same in every tab.
     *
     * @throws Refused when it is another person's
     */
    public Progress progress(String batchId) {
        return toProgress(List.of(own(batchId, session.user()))).get(0);
    }

    /** The latest batches of the current user, newest first. */
    public List<Progress> latest() {
        return toProgress(
                batches.findTop5ByAccountIdOrderByCreatedAtDesc(session.user().accountId()));
    }

    private Batch own(String batchId, CurrentUser user) {
        Batch batch = batches.findById(batchId).orElseThrow(() -> Refused.notAllowed("workflow.batch.other-person"));
        if (!batch.accountId.equals(user.accountId())) {
            throw Refused.notAllowed("workflow.batch.other-person");
        }
        return batch;
    }

    /** Three statements, whatever the number of batches. */
    private List<Progress> toProgress(List<Batch> some) {
        List<String> ids = some.stream().map(Batch::id).toList();
        Map<String, Map<BatchItems.State, Integer>> counts = items.counts(ids);
        Map<String, List<Remark>> remarks = items.remarks(ids);
        return some.stream()
                .map(batch -> toProgress(
                        batch, counts.getOrDefault(batch.id(), Map.of()), remarks.getOrDefault(batch.id(), List.of())))
                .toList();
    }

    private static Progress toProgress(Batch batch, Map<BatchItems.State, Integer> counts, List<Remark> remarks) {
        String message = batch.state == BatchState.INTERRUPTED && batch.stopReason == null
                ? Texts.vi("workflow.batch.needs-pin")
                : batch.stopReason;
        return new Progress(
                batch.id(),
                batch.kind,
                batch.classId,
                batch.state,
                batch.total,
                counts.getOrDefault(BatchItems.State.WAITING, 0),
                counts.getOrDefault(BatchItems.State.DONE, 0),
                counts.getOrDefault(BatchItems.State.SKIPPED, 0),
                counts.getOrDefault(BatchItems.State.FAILED, 0),
                message,
                remarks);
    }
}
