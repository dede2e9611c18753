package vn.hocba.request;

import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.SigningSession;

/**
 * An {@link Action} on a request that signs wherever its offer says so. The session is opened before anything is locked: that takes its time, and a wrong PIN has to
 * count even though nothing else happens.
 */
public interface SigningAction<D> extends RequestAction<D> {

    /** Whose certificate signs: the current user's, or that of the unit for which this person acts. */
    KeyHolder holder(Request request, D details);

    /** {@link #take} with a signature. */
    void sign(Request request, D details, Input input, SigningSession signing);

    /** Where the offer asks for no signature. */
    @Override
    default void take(Request request, D details, Input input) {
        throw new IllegalStateException(name() + " always signs");
    }
}
