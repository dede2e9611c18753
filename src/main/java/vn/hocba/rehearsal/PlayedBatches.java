package vn.hocba.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

/** The batches that people of a play start: it goes on when they are over. */
@Component
class PlayedBatches {

    private final Batches batches;

    PlayedBatches(Batches batches) {
        this.batches = batches;
    }

    /** Starts one in the name of the current user, and waits for its end. */
    Batches.Progress await(Supplier<String> start, Consumer<Batches.Progress> watcher) {
        String batchId = start.get();
        while (true) {
            Batches.Progress progress = batches.progress(batchId);
            watcher.accept(progress);
            if (progress.state() != BatchState.RUNNING) {
                return progress;
            }
            Pause.briefly();
        }
    }

    /** What could not be done, with the reason. */
    static List<String> problems(Batches.Progress progress) {
        List<String> problems = new ArrayList<>();
        progress.remarks()
                .forEach(remark ->
                        problems.add(remark.className() + ", " + remark.pupilName() + ": " + remark.reason()));
        if (progress.message() != null) {
            problems.add(progress.message());
        }
        return problems;
    }
}
