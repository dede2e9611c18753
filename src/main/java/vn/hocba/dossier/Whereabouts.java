package vn.hocba.dossier;

import java.util.List;
import vn.hocba.record.Arrival;
import vn.hocba.record.GradeDecision;
import vn.hocba.record.Leave;

/**
 * Where the pupil of a record is, and what was decided of the way there.
 *
 * @param leave why the record is closed; null where it is not
 * @param otherClass in which the pupil studies now; null where that is the record's
 * @param arrival whence the pupil came within the year; null where nothing was set down
 * @param decisions on the pupil's grade in the record's year and the next, oldest first
 */
public record Whereabouts(Leave leave, String otherClass, Arrival arrival, List<GradeDecision> decisions) {

    public Whereabouts {
        decisions = List.copyOf(decisions);
    }
}
