package vn.hocba.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.UnlockedKey;

/** Works through batches with a few threads. */
@Component
class BatchRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    private final BatchRepository batches;
    private final BatchItems items;
    private final Session session;
    private final BatchRights rights;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final int threads;
    private final ExecutorService executor;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    BatchRunner(
            BatchRepository batches,
            BatchItems items,
            Session session,
            BatchRights rights,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${hocba.batch.threads}") int threads) {
        this.batches = batches;
        this.items = items;
        this.session = session;
        this.rights = rights;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    boolean isRunningHere(String batchId) {
        return running.contains(batchId);
    }

    void run(Batch batch, BatchJob job, CurrentUser user, UnlockedKey key) {
        running.add(batch.id());
        Run run = new Run(
                job,
                new BatchJob.BatchRun(batch.id(), batch.schoolId, batch.classId, batch.parameter, key),
                user,
                new ConcurrentLinkedQueue<>(items.waiting(batch.id())),
                new AtomicReference<>(),
                new AtomicReference<>(clock.instant()));
        CompletableFuture<?>[] workers = new CompletableFuture<?>[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = CompletableFuture.runAsync(() -> session.run(user, () -> work(run)), executor);
        }
        CompletableFuture.allOf(workers).whenComplete((nothing, failure) -> end(run, failure));
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }

    private record Run(
            BatchJob job,
            BatchJob.BatchRun batch,
            CurrentUser user,
            Queue<String> targets,
            AtomicReference<StopBatch> stopped,
            AtomicReference<Instant> heartbeat) {}

    private void work(Run run) {
        for (String target = run.targets().poll();
                target != null;
                target = run.targets().poll()) {
            if (run.stopped().get() != null || Thread.currentThread().isInterrupted()) {
                return;
            }
            reach(run, target, 1);
            beat(run);
        }
    }

    private void reach(Run run, String target, int attempt) {
        String batchId = run.batch().batchId();
        try {
            transaction.executeWithoutResult(status -> {
                String nothingToDo = rights.ofNow(run.user(), () -> run.job().perform(run.batch(), target));
                items.mark(
                        batchId,
                        target,
                        nothingToDo == null ? BatchItems.State.DONE : BatchItems.State.SKIPPED,
                        nothingToDo);
            });
        } catch (StopBatch stop) {
            run.stopped().compareAndSet(null, stop);
        } catch (Refused refused) {
            fail(batchId, target, refused.getMessage());
        } catch (ConcurrencyFailureException | OptimisticLockingException conflict) {
            if (attempt < TRIES) {
                reach(run, target, attempt + 1);
            } else {
                failWithId(batchId, target, conflict);
            }
        } catch (RuntimeException unexpected) {
            failWithId(batchId, target, unexpected);
        }
    }

    private void failWithId(String batchId, String target, RuntimeException cause) {
        String errorId = Ids.next().substring(0, 12);
        LOG.error("Batch {} failed for {}, error {}", batchId, target, errorId, cause);
        fail(batchId, target, Texts.vi("workflow.batch.error", errorId));
    }

    private void fail(String batchId, String target, String reason) {
        transaction.executeWithoutResult(status -> items.mark(batchId, target, BatchItems.State.FAILED, reason));
    }

    private void beat(Run run) {
        Instant now = clock.instant();
        Instant last = run.heartbeat().get();
        if (Duration.between(last, now).compareTo(HEARTBEAT) >= 0
                && run.heartbeat().compareAndSet(last, now)) {
            transaction.executeWithoutResult(
                    status -> batches.findById(run.batch().batchId()).orElseThrow().heartbeatAt = now);
        }
    }

    private void end(Run run, Throwable failure) {
        String batchId = run.batch().batchId();
        try {
            if (run.batch().key() != null) {
                run.batch().key().close();
            }
            if (failure != null) {
                LOG.error("Batch {} broke off; it will be taken up again", batchId, failure);
            } else if (!executor.isShutdown()) {
                transaction.executeWithoutResult(status -> {
                    Batch batch = batches.findById(batchId).orElseThrow();
                    StopBatch stop = run.stopped().get();
                    batch.state = stop == null ? BatchState.FINISHED : BatchState.STOPPED;
                    batch.stopReason = stop == null ? null : stop.getMessage();
                    batch.finishedAt = clock.instant();
                });
            }
        } catch (RuntimeException unexpected) {
            LOG.error("Batch {} could not be closed; it will be taken up again", batchId, unexpected);
        } finally {
            running.remove(batchId);
        }
    }
}
