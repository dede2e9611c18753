package vn.hocba.signing;

/** The places of a packet that take a signature, in the order in which they are filled (domain §3.1). */
public enum SlotKind {
    /** Subject teacher, over the own row, where the regulation asks for it. */
    GVBM,
    /** Homeroom teacher, over the record's information. */
    GVCN,
    /** Principal or deputy, over all data. */
    CBQL,
    /** The school's seal, over all data, only on what the principal signed. */
    KY_PHAT_HANH
}
