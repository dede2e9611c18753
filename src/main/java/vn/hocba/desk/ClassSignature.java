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

    /** Whether its packet is a new one, and not one that bears signatures already. */
    protected boolean beginsPacket() {
        return false;
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
        return signing.asks(this, classId, WHOLE);
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
        return signing.start(this, classId, WHOLE, chosen, entered);
    }

    @Override
    public ToSign prepare(BatchRun run, String recordId, Instant signedAt) {
        return signing.prepare(this, run, recordId, signedAt);
    }
}
