package vn.hocba.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.SigningSession;

/**
 * Durable batches: every target in a transaction of its own, a truthful result for each, and one that was interrupted goes on where it stopped. Who may
 * start which batch, the use cases decide.
 */
@Service
public class Batches {

    private final BatchOrders orders;
    private final BatchRepository batches;
    private final BatchItems items;
    private final BatchLeases leases;
    private final BatchRunner runner;
    private final Session session;
    private final BatchJobs jobs;
    private final SigningSessions sessions;

    Batches(
            BatchOrders orders,
            BatchRepository batches,
            BatchItems items,
            BatchLeases leases,
            BatchRunner runner,
            Session session,
            BatchJobs jobs,
            SigningSessions sessions) {
        this.orders = orders;
        this.batches = batches;
        this.items = items;
        this.leases = leases;
        this.runner = runner;
        this.session = session;
        this.jobs = jobs;
        this.sessions = sessions;
    }

    /**
     * How far a batch has come.
     *
     * @param waiting targets not reached yet
     * @param stale targets that have changed since the holder confirmed them, and were left as they are
     * @param message why it stopped, or what to do; null otherwise
     * @param missing the confirmation that it waits for; null unless it is INTERRUPTED for one
     * @param remarks on the targets that were not done
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
            int stale,
            int failed,
            String message,
            Confirmation missing,
            List<Remark> remarks) {

        /** «Done» is said only when nothing failed and nothing was left. */
        public boolean isComplete() {
            return state == BatchState.FINISHED && failed == 0 && stale == 0;
        }

        /** Whether it has not come to its end. */
        public boolean isUnderWay() {
            return state == BatchState.RUNNING || state == BatchState.INTERRUPTED;
        }
    }

    /**
     * Why a target was not done.
     *
     * @param className null where the target is not a record
     * @param failed false where there was nothing to do
     */
    public record Remark(String targetId, String pupilName, String className, boolean failed, String reason) {}

    /** A batch to start; unitId is that of the school or the Sở whose work it is, classId is null where it is not about one class, targets are in the order in which they are to be done. */
    public record Order(String kind, UnitId unitId, ClassId classId, String parameter, List<String> targets) {}

    /**
     * Starts a batch in the background, in the name of the current user.
     *
     * @param signing session opened for it; the batch closes it, also when it cannot start. Null where the kind does not sign
     * @return the batch's id
     */
    public String start(Order order, SigningSession signing) {
        try {
            return started(order, signing);
        } catch (RuntimeException e) {
            close(signing);
            throw e;
        }
    }

    private static void close(SigningSession signing) {
        if (signing != null) {
            signing.close();
        }
    }

    private String started(Order order, SigningSession signing) {
        CurrentUser user = session.user();
        Batch batch = orders.take(order, user, signing);
        runner.run(batch, jobs.of(order.kind()), user, signing);
        return batch.id();
    }

    /**
     * Goes on with a batch that was interrupted.
     *
     * @param signing its session, opened again; the batch closes it, also when it cannot go on
     * @throws Refused when it is another person's, or was not interrupted
     */
    public void resume(String batchId, SigningSession signing) {
        try {
            CurrentUser user = session.user();
            Batch batch = own(batchId, user);
            if (!leases.resume(batchId)) {
                throw Refused.notNow(
                        batch.state == BatchState.INTERRUPTED
                                ? "workflow.batch.running"
                                : "workflow.batch.not-interrupted");
            }
            runner.run(batch, jobs.of(batch.kind), user, signing);
        } catch (RuntimeException e) {
            close(signing);
            throw e;
        }
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

    /** The latest batch of this kind that the current user has started for a target; none where it was {@link SingleSignature done at once}. */
    Optional<Progress> latest(String kind, String targetId) {
        return items.latest(session.user().accountId(), kind, targetId)
                .flatMap(batches::findById)
                .map(batch -> toProgress(List.of(batch)).get(0));
    }

    private Batch own(String batchId, CurrentUser user) {
        Batch batch = batches.findById(batchId).orElseThrow(() -> Refused.notAllowed("workflow.batch.other-person"));
        if (!batch.accountId.equals(user.accountId())) {
            throw Refused.notAllowed("workflow.batch.other-person");
        }
        return batch;
    }

    /** Three statements, whatever the number of batches; a fourth where some were interrupted. */
    private List<Progress> toProgress(List<Batch> some) {
        List<String> ids = some.stream().map(Batch::id).toList();
        Map<String, Map<BatchItems.State, Integer>> counts = items.counts(ids);
        Map<String, List<Remark>> remarks = items.remarks(ids);
        Map<String, Confirmation> missing = sessions.missing(some.stream()
                .filter(batch -> batch.state == BatchState.INTERRUPTED)
                .map(Batch::id)
                .toList());
        return some.stream()
                .map(batch -> toProgress(
                        batch,
                        counts.getOrDefault(batch.id(), Map.of()),
                        missing.get(batch.id()),
                        remarks.getOrDefault(batch.id(), List.of())))
                .toList();
    }

    private static Progress toProgress(
            Batch batch, Map<BatchItems.State, Integer> counts, Confirmation missing, List<Remark> remarks) {
        String message = missing instanceof Confirmation.Pin && batch.stopReason == null
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
                counts.getOrDefault(BatchItems.State.STALE, 0),
                counts.getOrDefault(BatchItems.State.FAILED, 0),
                message,
                missing,
                remarks);
    }
}
