package vn.hocba.signing.ui;

import vn.hocba.signing.session.Confirmation;
import vn.hocba.ui.BatchProgress;

/** A confirmation that a batch waits for, as the component shows it that follows the batch. */
public final class AskedElsewhere {

    private AskedElsewhere() {}

    /** What the holder has to do elsewhere; null where nothing is asked elsewhere. */
    public static BatchProgress.Waiting of(Confirmation missing) {
        if (missing instanceof Confirmation.Consent consent) {
            return new BatchProgress.Waiting(consent.text(), consent.link(), null, consent.until());
        }
        if (missing instanceof Confirmation.Program program) {
            return new BatchProgress.Waiting(program.text(), null, program.challenge(), program.until());
        }
        return null;
    }

    /** How a batch stands that was interrupted: with a PIN missing it lies still, with nothing missing it goes on by itself. */
    public static BatchProgress.State interrupted(Confirmation missing) {
        if (missing == null) {
            return BatchProgress.State.RUNNING;
        }
        return missing instanceof Confirmation.Pin ? BatchProgress.State.STOPPED : BatchProgress.State.WAITING;
    }
}
