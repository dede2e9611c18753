package vn.hocba.registry;

/** What a province decides for itself; every one has a value from the start. */
public enum Policy {
    /** Whether the public look-up shows what a record says before it is frozen (domain §11, invariant 8: not decided by law). */
    LOOKUP_SHOW_UNFROZEN("lookup.show-unfrozen", true);

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
