package vn.hocba.request;

import java.time.Instant;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.ToSign;

/**
 * An {@link Action} on a request that signs wherever its offer says so. The session is opened before anything is locked: that takes its time, and a wrong PIN has to
 * count even though nothing else happens. Where the holder confirms elsewhere, what was entered is kept until then: its form takes words, days and choices, no files.
 */
public interface SigningAction<D> extends RequestAction<D> {

    /** Whose certificate signs: the current user's, or that of the unit for which this person acts. */
    KeyHolder holder(Request request, D details);

    /**
     * {@link #take} with a signature: checks everything, and says what is signed and what follows once it is. Called once more when a confirmation that comes later
     * is there.
     *
     * @param signedAt the time that the signature will name, the same both times
     */
    ToSign sign(Request request, D details, Input input, Instant signedAt);

    /** Where the offer asks for no signature. */
    @Override
    default void take(Request request, D details, Input input) {
        throw new IllegalStateException(name() + " always signs");
    }
}
