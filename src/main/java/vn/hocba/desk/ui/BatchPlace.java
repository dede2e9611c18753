package vn.hocba.desk.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.html.Div;
import java.util.Set;
import vn.hocba.ui.BatchProgress;
import vn.hocba.ui.Card;
import vn.hocba.ui.ToBeSigned;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.ui.FollowedBatch;

/** The place of a screen where a batch shows how far it is. */
public class BatchPlace extends Div {

    private static final long serialVersionUID = 1L;

    private static final String ROWS = "sign-rows";

    /** Of one document that is neither a record nor of a single pupil. */
    private static final Set<String> DOCUMENTS = Set.of("sign-package", "sign-request");

    private static final Set<String> KINDS = Set.of(
            "open-year",
            "follow-list",
            "move-classes",
            "return",
            ROWS,
            "sign-homeroom",
            "sign-principal",
            "seal",
            "sign-package",
            "sign-request");

    private final transient Batches batches;
    private final transient Runnable whenOver;

    /** @param whenOver called when a batch shown here comes to its end; reads the lists again */
    public BatchPlace(Batches batches, Runnable whenOver) {
        this.batches = batches;
        this.whenOver = whenOver;
        clear();
    }

    /** Nothing is shown until a batch is followed. */
    public void clear() {
        removeAll();
        setVisible(false);
    }

    /** Shows a batch of the current user. */
    public void follow(String batchId) {
        removeAll();
        add(Card.padded(
                title(batches.progress(batchId)), new BatchProgress(() -> known(batches.progress(batchId)), whenOver)));
        setVisible(true);
    }

    /** Shows the batch of one of these kinds that this person left under way; with a null class, for the whole school. */
    public void followUnderWay(String classId, Set<String> kinds) {
        batches.latest().stream()
                .filter(batch -> batch.isUnderWay() && kinds.contains(batch.kind()))
                .filter(batch -> classId == null || classId.equals(batch.classId()))
                .findFirst()
                .ifPresent(batch -> follow(batch.batchId()));
    }

    /** Shows the batch of this kind that runs for this person and class, perhaps begun in another tab; else asks for a new one. */
    public void unlessRunning(String classId, String kind, Runnable ask) {
        batches.latest().stream()
                .filter(batch -> batch.state() == BatchState.RUNNING
                        && kind.equals(batch.kind())
                        && classId.equals(batch.classId()))
                .findFirst()
                .ifPresentOrElse(batch -> follow(batch.batchId()), ask);
    }

    public static String title(Batches.Progress batch) {
        return text(KINDS.contains(batch.kind()) ? "screens.batch.kind." + batch.kind() : "screens.batch.kind");
    }

    /** What of a batch that signs waits for its signature. */
    public static ToBeSigned toBeSigned(Batches.Progress batch) {
        return batch.kind().equals(ROWS) ? ToBeSigned.rows(batch.waiting()) : ToBeSigned.records(batch.waiting());
    }

    /** A batch as the progress component wants it. */
    public static BatchProgress.Progress known(Batches.Progress batch) {
        return FollowedBatch.of(batch, remark -> DOCUMENTS.contains(batch.kind()) ? title(batch) : label(remark));
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
