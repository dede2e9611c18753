package vn.hocba.signing;

/** Whose a certificate is. */
enum OwnerKind {
    PERSON,
    ORGANISATION,
    AUTHORITY
}
