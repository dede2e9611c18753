package vn.hocba.registry;

import java.util.EnumSet;
import java.util.Set;

/** How far a list of receipts has come, and where it may go from there. */
public enum ReceiptListState {
    /** Its entries are fixed and hashed, piece by piece. */
    HASHING,
    /** Waits for a leader of the Sở to approve it, then for its clerk to sign. */
    WAITING,
    /** Signed: every entry has its receipt. */
    SIGNED,
    /** There was nothing to confirm after all. */
    EMPTY;

    private Set<ReceiptListState> next;

    static {
        HASHING.next = EnumSet.of(WAITING, EMPTY);
        WAITING.next = EnumSet.of(SIGNED);
        SIGNED.next = EnumSet.noneOf(ReceiptListState.class);
        EMPTY.next = EnumSet.noneOf(ReceiptListState.class);
    }

    /** Whether a list may come to the other state next. */
    public boolean mayBecome(ReceiptListState other) {
        return next.contains(other);
    }
}
