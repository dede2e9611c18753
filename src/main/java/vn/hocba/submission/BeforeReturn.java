package vn.hocba.submission;

import vn.hocba.record.YearRecord;

/** Asked, in the same transaction, before a version that the province did not take goes back to people of the school. */
public interface BeforeReturn {

    /**
     * Ends the version where nothing can come of it any more.
     *
     * @param record locked, and submitted
     * @return whether it was ended; then it goes back to nobody
     */
    boolean ends(YearRecord record);
}
