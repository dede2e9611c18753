package vn.hocba.retraction;

import java.time.Clock;
import java.time.LocalDate;
import vn.hocba.request.Input;

/**
 * The decision of the Sở; all of it null where the school decides, or nobody has decided yet.
 *
 * @param ground in words
 * @param then what follows; null in those from before there was a choice: nothing
 */
record RetractionDetails(String number, LocalDate day, String ground, Then then) {

    /** What follows after the record was taken back. */
    enum Then {
        /** The school makes it anew and hands it in again. */
        AGAIN,
        /** The record is over; the school may open another one for the pupil. */
        ANOTHER,
        /** The record is over, and none takes its place. */
        NOTHING
    }

    /** Asked of the Sở, which chooses. */
    static final RetractionDetails UNDECIDED = new RetractionDetails(null, null, null, null);

    /** The school takes its record back. */
    static RetractionDetails ofSchool(Then then) {
        return new RetractionDetails(null, null, null, then);
    }

    /** As it was entered. */
    static RetractionDetails of(Input input, Clock clock) {
        return new RetractionDetails(
                input.text("number"),
                input.dayUntilToday("day", clock, "retraction.future-day"),
                input.text("reason"),
                Boolean.TRUE.equals(input.values().get("replace")) ? Then.ANOTHER : Then.NOTHING);
    }

    boolean isOfProvince() {
        return number != null;
    }
}
