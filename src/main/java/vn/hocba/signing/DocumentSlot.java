package vn.hocba.signing;

/** A place of a document that several sign one after the other; the places of a kind of document are in the order in which they are filled. */
public sealed interface DocumentSlot extends SignaturePlace permits SupplementSlot, HandOverSlot {

    /** As the keys of texts call it. */
    String name();
}
