package vn.hocba.report;

import vn.hocba.shared.Delivery;

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
     * @return the receipt, or why the other side does not take it
     * @throws vn.hocba.shared.Unreachable when it could not be reached, or has not answered with a receipt
     */
    Delivery<MinistryReceipt> send(Parcel parcel);
}
