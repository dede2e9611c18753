package vn.hocba.workflow;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import vn.hocba.identity.CurrentUser;

/** A batch that this node works on. What is left of it belongs to {@link Turns}. */
final class RunningBatch {

    /** Why this node stops before every target was reached, without the batch's end. */
    enum Exit {
        /** Another node has it. */
        LOST,
        /** The server stops, or something went wrong that is not the target's. */
        PARKED,
        KEY_TOO_OLD
    }

    private final BatchJob job;
    private final BatchJob.BatchRun run;
    private final CurrentUser user;
    private final Instant since;
    private final AtomicReference<StopBatch> stopped = new AtomicReference<>();
    private final AtomicReference<Exit> exit = new AtomicReference<>();

    final Deque<String> targets;
    int inHand;
    boolean over;

    RunningBatch(BatchJob job, BatchJob.BatchRun run, CurrentUser user, Collection<String> targets, Instant since) {
        this.job = job;
        this.run = run;
        this.user = user;
        this.targets = new ArrayDeque<>(targets);
        this.since = since;
    }

    String id() {
        return run.batchId();
    }

    BatchJob job() {
        return job;
    }

    BatchJob.BatchRun run() {
        return run;
    }

    CurrentUser user() {
        return user;
    }

    /** Whether it keeps a key that was opened before this instant. */
    boolean hasKeyFromBefore(Instant instant) {
        return holdsKey() && since.isBefore(instant);
    }

    /** Whether nobody can go on with it but a person who confirms again. */
    boolean holdsKey() {
        return run.session() != null && run.session().holdsKey();
    }

    /** Whether its targets are prepared now, to be signed when the consent has come. */
    boolean isPreparing() {
        return run.session() != null && run.session().isPreparing();
    }

    void stop(StopBatch reason) {
        stopped.compareAndSet(null, reason);
    }

    /** Why its job has ended it; null where it has not. */
    StopBatch stopped() {
        return stopped.get();
    }

    /** The first reason counts. */
    void leave(Exit why) {
        exit.compareAndSet(null, why);
    }

    /** Null while this node goes on. */
    Exit exit() {
        return exit.get();
    }

    void closeKey() {
        if (run.session() != null) {
            run.session().close();
        }
    }

    /** Nothing more will be signed. */
    void endSession() {
        if (run.session() != null) {
            run.session().end();
        }
    }
}
