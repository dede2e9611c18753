package vn.hocba.signing.session;

/**
 * Whose certificate signs.
 *
 * @param id of a member of staff, or of a unit
 */
public record KeyHolder(Kind kind, String id) {

    /** A person signs as himself; a unit's certificate is its seal. */
    public enum Kind {
        PERSON,
        UNIT
    }

    /** A member of staff. */
    public static KeyHolder person(String staffId) {
        return new KeyHolder(Kind.PERSON, staffId);
    }

    /** A school with its seal, or a Sở. */
    public static KeyHolder unit(String unitId) {
        return new KeyHolder(Kind.UNIT, unitId);
    }
}
