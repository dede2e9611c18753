package vn.hocba.record;

import java.util.EnumSet;
import java.util.Set;
import vn.hocba.shared.Texts;

/** Where a year record is in its life, and where it may go from there (domain §11). Nothing else decides that. */
public enum RecordState {
    /** Subject teachers assess and comment. */
    COMMENTING,
    /** The homeroom teacher sums up and signs. */
    HOMEROOM,
    /** The principal or a deputy approves and signs. */
    PRINCIPAL,
    /** The clerk applies the school's seal. */
    SEALING,
    /** Sealed, not yet sent. */
    RELEASED,
    /** Sent to the province, waiting for the receipt. */
    SUBMITTED,
    /** In the province's database; takes effect when frozen, and may be made anew until then. */
    ACCEPTED,
    /** Chốt: in effect, unchangeable. */
    FROZEN,
    /** Taken back by the school before the freeze. */
    RETRACTED,
    /** Closed unfinished: the pupil does not study at the school any more; why, {@link Leaves} tell. Taken up again when the pupil is back. */
    LEFT;

    private Set<RecordState> next;

    static {
        // Back to ACCEPTED: a version that was to replace an accepted one is given up.
        COMMENTING.next = EnumSet.of(HOMEROOM, ACCEPTED, LEFT);
        HOMEROOM.next = EnumSet.of(COMMENTING, PRINCIPAL, ACCEPTED, LEFT);
        PRINCIPAL.next = EnumSet.of(COMMENTING, HOMEROOM, SEALING, ACCEPTED, LEFT);
        SEALING.next = EnumSet.of(COMMENTING, HOMEROOM, RELEASED, ACCEPTED, LEFT);
        RELEASED.next = EnumSet.of(COMMENTING, HOMEROOM, SUBMITTED, ACCEPTED, LEFT);
        SUBMITTED.next = EnumSet.of(COMMENTING, HOMEROOM, RELEASED, ACCEPTED);
        ACCEPTED.next = EnumSet.of(COMMENTING, HOMEROOM, FROZEN, RETRACTED);
        FROZEN.next = EnumSet.noneOf(RecordState.class);
        RETRACTED.next = EnumSet.noneOf(RecordState.class);
        LEFT.next = EnumSet.of(COMMENTING, HOMEROOM);
    }

    public boolean mayBecome(RecordState other) {
        return next.contains(other);
    }

    /** Whether people of the school work on a version. */
    public boolean isInWork() {
        return compareTo(ACCEPTED) < 0;
    }

    /** Whether marks and comments may still be typed. */
    public boolean isOpenForEntry() {
        return this == COMMENTING || this == HOMEROOM;
    }

    /** The Vietnamese term that screens show. */
    public String term() {
        return Texts.vi("record.state." + name());
    }
}
