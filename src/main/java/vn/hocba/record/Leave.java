package vn.hocba.record;

import java.time.Instant;
import java.time.LocalDate;
import vn.hocba.school.EnrolmentStatus;

/**
 * Why a pupil does not study at the school any more.
 *
 * @param reason never STUDYING
 * @param day the first one on which the pupil was gone; null where a list says that the pupil is gone, and not since when
 * @param decisionNo số quyết định; null where there is none
 * @param note in words; null for none
 * @param recordedAt when it was written down
 */
public record Leave(EnrolmentStatus reason, LocalDate day, String decisionNo, String note, Instant recordedAt) {

    public Leave {
        if (reason == EnrolmentStatus.STUDYING) {
            throw new IllegalArgumentException("who studies has not left");
        }
    }

    /** The same for whoever does not read the papers of the office. */
    public Leave withoutNotes() {
        return new Leave(reason, day, null, null, recordedAt);
    }
}
