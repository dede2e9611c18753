package vn.hocba.registry;

import java.util.EnumSet;
import java.util.Set;

/** Where a version is in the province's database, and where it may go from there (domain §11). */
public enum RegisteredState {
    /** Taken in; in force but without effect until it is frozen. */
    ACCEPTED,
    /** A newer version took its place before the freeze. */
    REPLACED,
    /** The school took it back before the freeze. */
    WITHDRAWN,
    /** Chốt: in effect, unchangeable. */
    FROZEN,
    /** Frozen, and reported to the ministry. */
    REPORTED,
    /** Taken out of effect by a decision. */
    RETRACTED;

    private Set<RegisteredState> next;

    static {
        ACCEPTED.next = EnumSet.of(REPLACED, WITHDRAWN, FROZEN);
        REPLACED.next = EnumSet.noneOf(RegisteredState.class);
        WITHDRAWN.next = EnumSet.of(REPLACED);
        FROZEN.next = EnumSet.of(REPORTED, RETRACTED);
        REPORTED.next = EnumSet.of(RETRACTED);
        RETRACTED.next = EnumSet.noneOf(RegisteredState.class);
    }

    public boolean mayBecome(RegisteredState other) {
        return next.contains(other);
    }

    /** Whether the year is closed: no other version may come. */
    public boolean isFinal() {
        return this == FROZEN || this == REPORTED || this == RETRACTED;
    }

    /** Whether what the version says counts, or will count once frozen. */
    public boolean isInForce() {
        return this == ACCEPTED || this == FROZEN || this == REPORTED;
    }

    /** Key of {@link vn.hocba.shared.Texts}: as screens call it. */
    public String key() {
        return "registry.state." + name();
    }
}
