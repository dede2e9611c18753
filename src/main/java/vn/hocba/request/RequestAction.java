package vn.hocba.request;

import java.util.Set;
import vn.hocba.identity.CurrentUser;

/**
 * An {@link Action} on an open request of its own kind.
 *
 * @param <D> what is kept beside the request
 */
public non-sealed interface RequestAction<D> extends Action {

    /** The kind whose requests it acts on; on others it is never taken. */
    RequestType<D> type();

    /** Where the request has to stand, as its model calls the steps. */
    Set<String> steps();

    /** Whether it is this person's business where the request stands now. */
    default boolean isFor(CurrentUser who, Request request, D details) {
        return request.waitsFor(who);
    }

    /** The offer, with what stands in its way. */
    Offer offer(Request request, D details);

    /**
     * Does it, in a transaction.
     *
     * @param request locked together with its record; nothing stands in the way
     * @throws vn.hocba.shared.Refused when what was entered cannot be taken
     */
    void take(Request request, D details, Input input);
}
