package vn.hocba.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A time after a cut-off in which a Sở still takes records (domain §10.3): it was decided with a reason, ends by itself, and what it took is frozen and reported then.
 *
 * @param wave whose records it takes; the second also those that the first has left
 * @param schoolId null: every school of the Sở
 * @param opensOn the first day
 * @param closesOn the last day
 * @param closedAt when the Sở closed it before that; null where it did not
 */
public record ExtraWindow(
        String id,
        String provinceId,
        int schoolYear,
        Wave wave,
        String schoolId,
        LocalDate opensOn,
        LocalDate closesOn,
        Instant closedAt) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The first instant at which it takes records. */
    public Instant begins() {
        return opensOn.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant at which it does not any more. */
    public Instant ends() {
        return closedAt == null ? new Limit(closesOn, true).instant() : closedAt;
    }

    /** From when what it took is in effect: the day after its last one. */
    public LocalDate effectiveOn() {
        return lastDay().plusDays(1);
    }

    /** The last day on which it took records. */
    public LocalDate lastDay() {
        return closedAt == null ? closesOn : LocalDate.ofInstant(closedAt, ZONE);
    }

    /** Whether records come in through it at this instant. */
    public boolean isOpen(Instant at) {
        return !at.isBefore(begins()) && at.isBefore(ends());
    }

    /** Whether it was closed before it took anything. */
    public boolean neverOpened() {
        return closedAt != null && !closedAt.isAfter(begins());
    }

    /** Whether it is for this school. */
    public boolean isFor(String school) {
        return schoolId == null || schoolId.equals(school);
    }
}
