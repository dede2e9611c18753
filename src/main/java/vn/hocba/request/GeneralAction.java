package vn.hocba.request;

import vn.hocba.identity.CurrentUser;

/** An {@link Action} that begins without a record. */
public non-sealed interface GeneralAction extends Action {

    /** Whether it is this person's business at all. */
    boolean isFor(CurrentUser who);

    /** The offer, with what stands in its way. */
    Offer offer(CurrentUser who);

    /**
     * Does it, in a transaction.
     *
     * @return id of the request that came of it
     * @throws vn.hocba.shared.Refused when what was entered cannot be taken
     */
    String take(Input input, CurrentUser who);
}
