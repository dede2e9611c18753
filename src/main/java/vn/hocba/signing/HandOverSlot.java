package vn.hocba.signing;

/** The places of a hand-over that take a signature, in the order in which they are filled. One of the former structure has the head's only, over the whole file. */
public enum HandOverSlot implements DocumentSlot {
    /** The homeroom teacher, over the results of the year that is not finished; only where the rule asks for it. */
    HAND_OVER_HOMEROOM,
    /** The head of the school or who acts as such, over that and what is handed over besides. */
    HAND_OVER_HEAD,
    /** The school's seal, over the same. */
    HAND_OVER_SEAL;

    @Override
    public boolean wantsSeal() {
        return this == HAND_OVER_SEAL;
    }
}
