package vn.hocba.signing;

/** A document that is signed whole; the signature is the last child of its root (enveloped XAdES-BASELINE-B). */
public enum WholeDocument implements SignaturePlace {
    /** A package of a class, with the school's certificate. */
    PACKAGE,
    /** A part of a report to the ministry, with the certificate of the Sở. */
    REPORT,
    /** A list of receipts, with the certificate of the Sở. */
    RECEIPTS,
    /** The hand-over of a record to another school as it was before it had places, with a person's certificate; see {@link HandOverSlot}. */
    HAND_OVER;

    @Override
    public boolean wantsSeal() {
        return this != HAND_OVER;
    }
}
