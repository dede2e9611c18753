package vn.hocba.workflow.ui;

import java.util.function.Function;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.ui.BatchProgress;
import vn.hocba.workflow.Batches;

/** A batch as the component wants it that follows one. */
public final class FollowedBatch {

    private FollowedBatch() {}

    /**
     * How far it is.
     *
     * @param name what a target that failed is called
     */
    public static BatchProgress.Progress of(Batches.Progress batch, Function<Batches.Remark, String> name) {
        return new BatchProgress.Progress(
                batch.total(),
                batch.done(),
                batch.skipped(),
                batch.failed() + batch.stale(),
                state(batch),
                batch.message(),
                waiting(batch.missing()),
                batch.remarks().stream()
                        .filter(Batches.Remark::failed)
                        .map(remark -> new BatchProgress.Failure(name.apply(remark), remark.reason()))
                        .toList());
    }

    /** How it stands: of those that were interrupted one lacks a PIN and lies still, one waits for a consent, and one goes on by itself. */
    public static BatchProgress.State state(Batches.Progress batch) {
        return switch (batch.state()) {
            case RUNNING -> BatchProgress.State.RUNNING;
            case FINISHED -> BatchProgress.State.FINISHED;
            case STOPPED -> BatchProgress.State.STOPPED;
            case INTERRUPTED -> interrupted(batch.missing());
        };
    }

    private static BatchProgress.State interrupted(Confirmation missing) {
        if (missing == null) {
            return BatchProgress.State.RUNNING;
        }
        return missing instanceof Confirmation.Pin ? BatchProgress.State.STOPPED : BatchProgress.State.WAITING;
    }

    /** What the holder has to do elsewhere; null where nothing is asked elsewhere. */
    private static BatchProgress.Waiting waiting(Confirmation missing) {
        if (missing instanceof Confirmation.Consent consent) {
            return new BatchProgress.Waiting(consent.text(), consent.link(), null, consent.until());
        }
        if (missing instanceof Confirmation.Program program) {
            return new BatchProgress.Waiting(program.text(), null, program.challenge(), program.until());
        }
        return null;
    }
}
