package vn.hocba.steps.ui;

import static vn.hocba.ui.Wording.text;

import vn.hocba.ui.BatchProgress;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

/** A batch as the progress component wants it. */
final class InboxBatch {

    private InboxBatch() {}

    static BatchProgress.Progress progress(Batches.Progress batch) {
        return new BatchProgress.Progress(
                batch.total(),
                batch.done(),
                batch.skipped(),
                batch.failed(),
                switch (batch.state()) {
                    case RUNNING -> BatchProgress.State.RUNNING;
                    case FINISHED -> BatchProgress.State.FINISHED;
                    case INTERRUPTED, STOPPED -> BatchProgress.State.STOPPED;
                },
                batch.message(),
                batch.remarks().stream()
                        .filter(Batches.Remark::failed)
                        .map(remark -> new BatchProgress.Failure(label(remark), remark.reason()))
                        .toList());
    }

    /** Whether somebody should still look at it. */
    static boolean isUnderWay(Batches.Progress batch) {
        return batch.state() == BatchState.RUNNING || batch.state() == BatchState.INTERRUPTED;
    }

    private static String label(Batches.Remark remark) {
        if (remark.pupilName() == null) {
            return text("screens.batch.record");
        }
        return remark.className() == null
                ? remark.pupilName()
                : text("screens.batch.pupil", remark.pupilName(), remark.className());
    }
}
