package vn.hocba.desk;

import java.time.Instant;
import java.util.List;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.YearRecord;
import vn.hocba.signing.Slot;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.BatchJob.BatchRun;
import vn.hocba.workflow.SigningStep;
import vn.hocba.workflow.Step;
import vn.hocba.workflow.ToSign;

/**
 * One signature that somebody puts on the records of a class: at which step, by whom, into which slot, and what has to hold. The way there, from the choice of
 * records to the end of the step, is the same for all of them ({@link ClassSigning}).
 */
public abstract class ClassSignature implements SigningStep {

    /** The part of a step that has no parts; as work items name it. */
    protected static final String WHOLE = "-";

    private final ClassSigning signing;

    /** @param signing the way there */
    protected ClassSignature(ClassSigning signing) {
        this.signing = signing;
    }

    /**
     * A signature that is about to be made.
     *
     * @param part of the step, such as the code of a subject; {@link #WHOLE} where it has none
     * @param signedAt the time that it will name
     */
    public record Act(CurrentUser signer, String part, Instant signedAt) {}

    /**
     * What somebody signs as.
     *
     * @param name that stands beside the signature
     * @param title chức vụ; empty for a seal
     */
    public record SignedAs(String name, String title) {}

    /** What the packet that is signed bears already, and so what becomes of it. */
    protected enum Bears {
        /** The earlier signatures: it goes on with this one. */
        EARLIER,
        /** Those of the rows: it is the record's packet from now on. */
        ROWS,
        /** Nothing: a draft of which only the signature is kept, until the packet is begun. */
        NOTHING
    }

    /** Where the records wait for it. */
    protected abstract Step step();

    /**
     * Who signs: the person who is signed in, who may do so in this class. Asked at the start and again for every record.
     *
     * @param part of the step, such as the code of a subject; {@link #WHOLE} where it has none
     * @throws vn.hocba.shared.Refused when the person may not, here or any more
     */
    protected abstract CurrentUser signer(String schoolId, String classId, String part);

    /** Whose certificate signs; the person's own unless it is the school's. */
    protected KeyHolder holder(String schoolId, CurrentUser signer) {
        return KeyHolder.person(signer.staffId());
    }

    /** The place that is filled. */
    protected abstract Slot slot(String part);

    /**
     * The packet to sign, of a record that is locked and at this step.
     *
     * @throws vn.hocba.shared.Refused when something has to be done first
     */
    protected abstract byte[] packet(YearRecord record, Act act);

    /** What becomes of the packet that it signs; the one that bears the earlier signatures unless it is another. */
    protected Bears bears() {
        return Bears.EARLIER;
    }

    /** What stands beside the signature. */
    protected SignedAs signedAs(YearRecord record, CurrentUser signer) {
        return new SignedAs(signer.displayName(), signer.title());
    }

    /** The word of the log. */
    protected abstract String logged();

    /**
     * What the current user is asked to sign this class.
     *
     * @throws vn.hocba.shared.Refused as {@link #start}
     */
    public Confirmation asks(String classId) {
        return signing.asks(this, List.of(classId), WHOLE);
    }

    /**
     * Asks as {@link #asks(String)} for a part of the step in several classes.
     *
     * @param classIds of one school; at least one
     */
    protected Confirmation asksPart(List<String> classIds, String part) {
        return signing.asks(this, classIds, part);
    }

    /**
     * Starts as {@link #start(String, List, Entered)} for a part of the step in several classes, all with one confirmation.
     *
     * @param classIds of one school; at least one
     */
    protected String startPart(List<String> classIds, String part, List<String> chosen, Entered entered) {
        return signing.start(this, classIds, part, chosen, entered);
    }

    /**
     * Starts signing.
     *
     * @param chosen records of the class; empty for all that wait
     * @param entered to confirm; a wrong PIN signs nothing
     * @return the batch's id
     * @throws vn.hocba.shared.Refused when the current user may not sign here, nothing waits, or the certificate cannot be used
     */
    public String start(String classId, List<String> chosen, Entered entered) {
        return signing.start(this, List.of(classId), WHOLE, chosen, entered);
    }

    @Override
    public ToSign prepare(BatchRun run, String recordId, Instant signedAt) {
        return signing.prepare(this, run, recordId, signedAt);
    }
}
