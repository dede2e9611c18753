package vn.hocba.steps.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.Optional;
import java.util.Set;
import vn.hocba.ui.BatchProgress;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

/** The place of a screen where a batch shows how far it is. */
class OfficeBatches extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Batches batches;

    OfficeBatches(Batches batches) {
        this.batches = batches;
        addClassName("office-batch");
        setVisible(false);
    }

    /** Shows a batch; the lists are read again when it is over. */
    void follow(String title, String batchId, Runnable whenOver) {
        removeAll();
        add(new H2(title), new BatchProgress(() -> known(batches.progress(batchId)), whenOver));
        setVisible(true);
    }

    /** A batch of one of these kinds that this person left running, for the class or, with null, for the school. */
    Optional<String> running(String classId, Set<String> kinds) {
        return batches.latest().stream()
                .filter(batch -> batch.state() == BatchState.RUNNING && kinds.contains(batch.kind()))
                .filter(batch -> classId == null || classId.equals(batch.classId()))
                .map(Batches.Progress::batchId)
                .findFirst();
    }

    private static BatchProgress.Progress known(Batches.Progress progress) {
        BatchProgress.State state =
                switch (progress.state()) {
                    case RUNNING -> BatchProgress.State.RUNNING;
                    case FINISHED -> BatchProgress.State.FINISHED;
                    case INTERRUPTED, STOPPED -> BatchProgress.State.STOPPED;
                };
        return new BatchProgress.Progress(
                progress.total(),
                progress.done(),
                progress.skipped(),
                progress.failed(),
                state,
                progress.message(),
                progress.remarks().stream()
                        .filter(Batches.Remark::failed)
                        .map(remark -> new BatchProgress.Failure(remark.pupilName(), remark.reason()))
                        .toList());
    }
}
