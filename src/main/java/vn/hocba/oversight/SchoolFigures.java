package vn.hocba.oversight;

import java.util.Map;
import java.util.Set;
import vn.hocba.calendar.Milestone;
import vn.hocba.oversight.ProgressBoard.Cause;
import vn.hocba.oversight.ProgressBoard.Counts;
import vn.hocba.oversight.ProgressBoard.Line;

/**
 * What a school shows, but for what is late: that follows from the day.
 *
 * @param studying pupils
 * @param due records with open work, by the date that it follows; where there are any
 * @param stuck records held up, by cause
 * @param stuckTotal one with two causes counts once
 */
record SchoolFigures(
        String id,
        String name,
        int studying,
        Counts counts,
        Map<Milestone, Integer> due,
        Map<Cause, Integer> stuck,
        int stuckTotal) {

    /** @param passed the dates that are over */
    Line line(Set<Milestone> passed) {
        int late = 0;
        for (Map.Entry<Milestone, Integer> entry : due.entrySet()) {
            late += passed.contains(entry.getKey()) ? entry.getValue() : 0;
        }
        return new Line(id, name, 0, studying, counts, late, stuck, stuckTotal);
    }
}
