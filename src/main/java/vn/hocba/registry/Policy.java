package vn.hocba.registry;

/** What a province decides for itself; every one has a value from the start. */
public enum Policy {
    /** Whether the public look-up shows what a record says before it is frozen (domain §11, invariant 8: only what is frozen, unless the Sở wants otherwise). */
    LOOKUP_SHOW_UNFROZEN("lookup.show-unfrozen", false),
    /** Whether a correction begins only on the word of two people: who asked does not agree alone. */
    CORRECTION_BY_TWO("correction.by-two", true),
    /** Whether a school takes a record back only on the word of two people: who asked does not agree alone. */
    RETRACTION_BY_TWO("retraction.by-two", true);

    private final String storedName;
    private final boolean onAtFirst;

    Policy(String storedName, boolean onAtFirst) {
        this.storedName = storedName;
        this.onAtFirst = onAtFirst;
    }

    /** As the table province_policy names it. */
    public String storedName() {
        return storedName;
    }

    /** Until the province decides. */
    public boolean onAtFirst() {
        return onAtFirst;
    }
}
