package vn.hocba.signing;

/** The places of a supplement that take a signature, in the order in which they are filled. */
public enum SupplementSlot implements SignaturePlace {
    /** The school's seal, over what the supplement says. */
    SUPPLEMENT_SCHOOL,
    /** The certificate of the Sở, over that and the school's signature. */
    SUPPLEMENT_PROVINCE;

    @Override
    public boolean wantsSeal() {
        return true;
    }
}
