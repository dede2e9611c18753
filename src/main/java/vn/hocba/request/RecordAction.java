package vn.hocba.request;

import vn.hocba.identity.CurrentUser;
import vn.hocba.record.YearRecord;

/** An {@link Action} on a record: it begins a request, or does at once what needs nobody else. */
public non-sealed interface RecordAction extends Action {

    /** Whether it is this person's business at all, wherever the record stands. */
    boolean isFor(CurrentUser who, YearRecord record);

    /** Whether it is shown where the record stands; what is shown may still meet an obstacle. */
    default boolean isAt(YearRecord record) {
        return true;
    }

    /** The offer, with what stands in its way. */
    Offer offer(YearRecord record, CurrentUser who);

    /**
     * Does it, in a transaction.
     *
     * @param record locked; nothing stands in the way
     * @return id of the request that came of it; null where it was done at once
     * @throws vn.hocba.shared.Refused when what was entered cannot be taken
     */
    String take(YearRecord record, Input input, CurrentUser who);
}
