package vn.hocba.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.session.SigningSession;
import vn.hocba.workflow.RunningBatch.Exit;

/** Works through the batches that this node holds, with a few threads and in {@link Turns}, and keeps their leases. */
@Component
class BatchRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

    /** Several beats may fail before a lease ends. */
    private static final int BEAT_SECONDS = 10;

    private final BatchLeases leases;
    private final BatchItems items;
    private final BatchTargets targets;
    private final Session session;
    private final Clock clock;
    private final BatchSettings settings;
    private final ExecutorService workers;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
    private final Turns turns = new Turns();
    private final Map<String, RunningBatch> held = new ConcurrentHashMap<>();
    private volatile boolean started;

    BatchRunner(
            BatchLeases leases,
            BatchItems items,
            BatchTargets targets,
            Session session,
            Clock clock,
            BatchSettings settings) {
        this.leases = leases;
        this.items = items;
        this.targets = targets;
        this.session = session;
        this.clock = clock;
        this.settings = settings;
        this.workers = Executors.newFixedThreadPool(settings.threads());
    }

    boolean isRunningHere(String batchId) {
        return held.containsKey(batchId);
    }

    /**
     * Works through what waits of a batch that this node holds.
     *
     * @param session closed when this node has done with it; null where the kind does not sign
     */
    void run(Batch batch, BatchJob job, CurrentUser user, SigningSession session) {
        RunningBatch running = new RunningBatch(
                job,
                new BatchJob.BatchRun(batch.id(), batch.schoolId, batch.classId, batch.parameter, session),
                user,
                items.waiting(batch.id()),
                clock.instant());
        RunningBatch former = held.put(batch.id(), running);
        if (former != null) {
            // It was lost without this node having learned of it: with its old key it must not go on beside the new
            // one.
            leave(former, Exit.LOST);
        }
        int needed = turns.add(running);
        if (needed == 0) {
            endIf(turns.drop(running), running);
        }
        try {
            for (int i = 0; i < needed; i++) {
                workers.execute(this::takeTurn);
            }
        } catch (RejectedExecutionException stopping) {
            leave(running, Exit.PARKED);
        }
    }

    private void takeTurn() {
        Optional<Turns.Turn> next = turns.next();
        if (next.isEmpty()) {
            return;
        }
        RunningBatch batch = next.get().batch();
        try {
            session.run(batch.user(), () -> reach(batch, next.get().target()));
        } catch (RuntimeException | Error broken) {
            LOG.error("Batch {} broke off; it will be taken up again", batch.id(), broken);
            leave(batch, Exit.PARKED);
        } finally {
            endIf(turns.done(next.get()), batch);
        }
    }

    private void reach(RunningBatch batch, String target) {
        if (!targets.reach(batch, target)) {
            // Somebody else has reached it: perhaps the whole batch is somebody else's.
            renew(List.of(batch));
        }
        if (batch.stopped() != null) {
            endIf(turns.drop(batch), batch);
        }
    }

    /** A sign of life for every batch that this node holds, also for those that only stand in line; keys that are too old are forgotten. */
    void beat() {
        List<RunningBatch> now = List.copyOf(held.values());
        renew(now);
        Instant oldest = clock.instant().minus(settings.keyLife());
        now.stream().filter(batch -> batch.hasKeyFromBefore(oldest)).forEach(batch -> leave(batch, Exit.KEY_TOO_OLD));
    }

    private void renew(List<RunningBatch> batches) {
        if (!batches.isEmpty()) {
            Set<String> own =
                    leases.renew(batches.stream().map(RunningBatch::id).collect(Collectors.toSet()));
            batches.stream().filter(batch -> !own.contains(batch.id())).forEach(batch -> leave(batch, Exit.LOST));
        }
    }

    /** What is in hand is finished, the rest left. */
    private void leave(RunningBatch batch, Exit why) {
        batch.leave(why);
        endIf(turns.drop(batch), batch);
    }

    private void endIf(boolean over, RunningBatch batch) {
        if (!over) {
            return;
        }
        try {
            batch.closeKey();
            end(batch);
        } catch (RuntimeException unexpected) {
            LOG.error("Batch {} could not be closed; it will be taken up again", batch.id(), unexpected);
        } finally {
            held.remove(batch.id(), batch);
        }
    }

    private void end(RunningBatch batch) {
        StopBatch stop = batch.stopped();
        if (batch.exit() == Exit.LOST) {
            LOG.warn("Batch {} is another node's by now, or was interrupted", batch.id());
        } else if (stop != null) {
            finish(batch, BatchState.STOPPED, stop.getMessage());
        } else if (batch.exit() == null) {
            if (batch.isPreparing()) {
                ask(batch);
            } else {
                finish(batch, BatchState.FINISHED, null);
            }
        } else if (batch.holdsKey()) {
            leases.interrupt(
                    batch.id(),
                    batch.exit() == Exit.KEY_TOO_OLD
                            ? Texts.vi(
                                    "workflow.batch.key-too-old",
                                    settings.keyLife().toMinutes())
                            : null);
        } else {
            leases.letGo(batch.id());
        }
    }

    /** All that can be signed is prepared: now the holder is asked, and the batch lies still until the answer. */
    private void ask(RunningBatch batch) {
        try {
            if (batch.run().session().ask()) {
                leases.interrupt(batch.id(), null);
            } else {
                finish(batch, BatchState.FINISHED, null);
            }
        } catch (Refused refused) {
            finish(batch, BatchState.STOPPED, refused.getMessage());
        } catch (RuntimeException unexpected) {
            // Left as it is it would be prepared again, and the holder asked again, every minute.
            String errorId = Ids.next().substring(0, 12);
            LOG.error("Batch {} could not ask for its confirmation, error {}", batch.id(), errorId, unexpected);
            finish(batch, BatchState.STOPPED, Texts.vi("workflow.batch.not-asked", errorId));
        }
    }

    private void finish(RunningBatch batch, BatchState state, String reason) {
        if (leases.end(batch.id(), state, reason, clock.instant())) {
            batch.endSession();
        }
    }

    /** Its threads are there from the beginning; what is added are the beats. */
    @Override
    public void start() {
        started = true;
        beats.scheduleWithFixedDelay(this::beatSafely, 0, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    private void beatSafely() {
        try {
            beat();
        } catch (RuntimeException failure) {
            LOG.error("No sign of life could be given for {} batches; it is tried again", held.size(), failure);
        }
    }

    /**
     * Finishes what is in hand and leaves the rest to another node, or to the next start. Nothing is interrupted: that would close the channel of the database's
     * file. What takes too long keeps its lease.
     */
    @Override
    public void stop() {
        workers.shutdown();
        List.copyOf(held.values()).forEach(batch -> leave(batch, Exit.PARKED));
        try {
            if (!workers.awaitTermination(settings.stopWait().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} batches were still at work when the server stopped", held.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        beats.shutdown();
    }

    @Override
    public boolean isRunning() {
        return started && !workers.isShutdown();
    }

    /** Stops after the screens, which start batches. */
    @Override
    public int getPhase() {
        return 0;
    }
}
