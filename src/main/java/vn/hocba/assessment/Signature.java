package vn.hocba.assessment;

/**
 * One signature that a regulation asks for.
 *
 * @param part the part that it covers; null where it covers all of them
 */
public record Signature(Signer signer, String part) {

    /** In whose name. */
    public enum Signer {
        /** The teacher of a subject, over the own row. */
        SUBJECT_TEACHER,
        HOMEROOM_TEACHER,
        PRINCIPAL,
        SEAL
    }
}
