package vn.hocba.oversight;

/** What it takes to sign. */
final class Certificates {

    private Certificates() {}

    /**
     * Whether certificate {@code c} is valid at {@code :now}.
     *
     * @param ownerKind PERSON or ORGANISATION
     */
    static String valid(String ownerKind) {
        return "c.owner_kind = '" + ownerKind
                + "' and c.revoked_at is null and c.not_before <= :now and c.not_after > :now";
    }
}
