package vn.hocba.submission;

import java.util.List;

/** The way to the province's database. */
interface ProvinceGateway {

    /**
     * The province's answer for one record.
     *
     * @param receiptNo of the receipt; null where the package was refused as a whole
     * @param reasons of a rejection and what to do, in Vietnamese; empty when accepted
     */
    record Answer(String yearRecordId, boolean accepted, String receiptNo, List<String> reasons) {}

    /**
     * Sends a package. Sending it again is harmless: the province answers what it answered before.
     *
     * @param signedPackage as the school signed it
     * @return an answer for every record
     * @throws vn.hocba.shared.Refused when the province refuses the package as a whole; sending it again is of no use
     * @throws RuntimeException of any other kind when the province cannot be reached or fails; it is worth trying again
     */
    List<Answer> send(byte[] signedPackage);
}
