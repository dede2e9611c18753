package vn.hocba.signing;

/** Whose a certificate is. */
public enum OwnerKind {
    PERSON,
    ORGANISATION,
    AUTHORITY
}
