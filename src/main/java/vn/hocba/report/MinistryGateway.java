package vn.hocba.report;

/** The way to the ministry. */
interface MinistryGateway {

    /**
     * A signed part on its way.
     *
     * @param name of a file that holds it; unique among all parts of all Sở
     * @param hash SHA-256 of the content, hexadecimal, lower case; the idempotency key
     */
    record Parcel(String name, String hash, byte[] content) {}

    /**
     * Sends a part. Sending it again is harmless: what was taken in before is acknowledged again.
     *
     * @throws vn.hocba.shared.Refused when the other side does not take it, with a reason for the Sở
     * @throws RuntimeException of any other kind when it cannot be reached or fails
     */
    Receipt send(Parcel parcel);
}
