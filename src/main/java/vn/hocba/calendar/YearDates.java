package vn.hocba.calendar;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calendar of a school year, in one version.
 *
 * @param schoolYear the calendar year in which the school year starts
 * @param version counts the decisions of the Sở from 1; 0 where it has made none and the defaults apply
 * @param limits every milestone has one
 */
public record YearDates(int schoolYear, int version, Map<Milestone, Limit> limits) {

    /** @throws IllegalArgumentException when a milestone has no limit, or a due day or the opening one with the wrong side of its day */
    public YearDates {
        for (Milestone milestone : Milestone.values()) {
            Limit limit = limits.get(milestone);
            if (limit == null || !milestone.isOfLaw() && limit.included() != milestone.isDue()) {
                throw new IllegalArgumentException("calendar of " + schoolYear + ": " + milestone + " " + limit);
            }
        }
        limits = Map.copyOf(limits);
    }

    /** The day of a milestone, and whether it counts. */
    public Limit limit(Milestone milestone) {
        return limits.get(milestone);
    }

    /** From when schools make the records of the year. */
    public Instant opening() {
        return limit(Milestone.OPENING).instant();
    }

    /**
     * Until when work should be done: the last second of its due day.
     *
     * @throws IllegalArgumentException when the milestone is no due date
     */
    public Instant due(Milestone milestone) {
        if (!milestone.isDue()) {
            throw new IllegalArgumentException(milestone + " is no due date");
        }
        return limit(milestone).lastSecond();
    }

    /** The instant from which the records of a wave cannot be handed in or changed any more. */
    public Instant cutOff(Wave wave) {
        return limit(wave.cutOff()).instant();
    }

    /** The instant by which the Sở has reported a wave to the ministry. */
    public Instant report(Wave wave) {
        return limit(wave.report()).instant();
    }

    /** Whether something done at this instant is in time for the cut-off of the wave. */
    public boolean isInTime(Wave wave, Instant at) {
        return limit(wave.cutOff()).isInTime(at);
    }

    /** The first wave that is not cut off yet; empty after the last. */
    public Optional<Wave> nextCutOff(Instant now) {
        return Stream.of(Wave.values()).filter(wave -> isInTime(wave, now)).findFirst();
    }

    /** The milestones that have another limit in the other calendar, in their order. */
    public Set<Milestone> differingFrom(YearDates other) {
        return Arrays.stream(Milestone.values())
                .filter(milestone -> !limit(milestone).equals(other.limit(milestone)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
