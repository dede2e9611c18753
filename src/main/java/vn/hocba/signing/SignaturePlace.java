package vn.hocba.signing;

/** Where a signature stands in a document, and with it what it covers. */
public sealed interface SignaturePlace permits Slot, WholeDocument, DocumentSlot {

    /** Whether it takes a unit's own certificate; else a person's. */
    boolean wantsSeal();
}
