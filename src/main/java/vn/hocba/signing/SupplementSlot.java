package vn.hocba.signing;

/** The places of a supplement that take a signature, in the order in which they are filled; documents of the former structure have no personal ones. */
public enum SupplementSlot implements DocumentSlot {
    /** The head of the school or who acts as such, over what the supplement says. */
    SUPPLEMENT_HEAD,
    /** The school's seal, over the same. */
    SUPPLEMENT_SCHOOL,
    /** A leader of the Sở, over that and the signatures of the school. */
    SUPPLEMENT_LEADER,
    /** The certificate of the Sở, over the same. */
    SUPPLEMENT_PROVINCE;

    @Override
    public boolean wantsSeal() {
        return !isPersonal();
    }

    /** Whether a person signs there, and only then a unit. */
    public boolean isPersonal() {
        return this == SUPPLEMENT_HEAD || this == SUPPLEMENT_LEADER;
    }
}
