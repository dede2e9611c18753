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
    /** In the province's database; takes effect when frozen. */
    ACCEPTED,
    /** Chốt: in effect, unchangeable. */
    FROZEN;

    private Set<RecordState> next;

    static {
        COMMENTING.next = EnumSet.of(HOMEROOM);
        HOMEROOM.next = EnumSet.of(COMMENTING, PRINCIPAL);
        PRINCIPAL.next = EnumSet.of(COMMENTING, HOMEROOM, SEALING);
        SEALING.next = EnumSet.of(COMMENTING, HOMEROOM, RELEASED);
        RELEASED.next = EnumSet.of(COMMENTING, HOMEROOM, SUBMITTED);
        SUBMITTED.next = EnumSet.of(COMMENTING, HOMEROOM, RELEASED, ACCEPTED);
        ACCEPTED.next = EnumSet.of(FROZEN);
        FROZEN.next = EnumSet.noneOf(RecordState.class);
    }

    public boolean mayBecome(RecordState other) {
        return next.contains(other);
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
