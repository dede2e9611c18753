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
 * @param formerName what the frozen record calls the pupil is a former name; null where it is not
 */
public record Whereabouts(
        Leave leave, String otherClass, Arrival arrival, List<GradeDecision> decisions, FormerName formerName) {

    /**
     * The name has changed since the record was frozen.
     *
     * @param now by the school's list
     * @param years whose frozen records have a former name, the year in which each starts, oldest first
     */
    public record FormerName(String now, List<Integer> years) {

        public FormerName {
            years = List.copyOf(years);
        }
    }

    public Whereabouts {
        decisions = List.copyOf(decisions);
    }
}
