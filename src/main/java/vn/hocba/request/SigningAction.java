package vn.hocba.request;

import vn.hocba.signing.UnlockedKey;

/**
 * An {@link Action} on a request that signs wherever its offer says so. The key is opened before anything is locked: that takes its time, and a wrong PIN has to
 * count even though nothing else happens.
 */
public interface SigningAction<D> extends RequestAction<D> {

    /**
     * Opens the key of the current user or the unit, outside of a transaction.
     *
     * @param pin cleared by the caller
     * @throws vn.hocba.shared.Refused when the PIN is wrong, or there is no valid certificate
     */
    UnlockedKey unlock(Request request, D details, char[] pin);

    /** {@link #take} with a signature. */
    void sign(Request request, D details, Input input, UnlockedKey key);

    /** Where the offer asks for no signature. */
    @Override
    default void take(Request request, D details, Input input) {
        throw new IllegalStateException(name() + " always signs");
    }
}
