package vn.hocba.calendar;

import java.util.Set;

/**
 * A Sở decided on other dates. Published in the transaction of the decision: whoever listens without a phase of its own changes what follows together with it, and
 * undoes the decision by failing.
 *
 * @param provinceUnitId of the Sở
 * @param provincePath its place in the tree; paths of its schools begin with it
 * @param before what held until now
 * @param after what holds from now on
 */
public record CalendarChanged(String provinceUnitId, String provincePath, YearDates before, YearDates after) {

    /** The milestones whose instant is another one, in their order. */
    public Set<Milestone> moved() {
        return after.differingFrom(before);
    }
}
