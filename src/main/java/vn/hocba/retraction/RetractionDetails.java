package vn.hocba.retraction;

import java.time.Clock;
import java.time.LocalDate;
import vn.hocba.request.Input;

/**
 * The decision of the Sở; all of it null where the school decides, or nobody has decided yet.
 *
 * @param ground in words
 */
record RetractionDetails(String number, LocalDate day, String ground) {

    static final RetractionDetails NONE = new RetractionDetails(null, null, null);

    /** As it was entered. */
    static RetractionDetails of(Input input, Clock clock) {
        return new RetractionDetails(
                input.text("number"), input.dayUntilToday("day", clock, "retraction.future-day"), input.text("reason"));
    }

    boolean isOfProvince() {
        return number != null;
    }
}
