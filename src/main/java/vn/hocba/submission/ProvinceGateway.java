package vn.hocba.submission;

import java.util.List;
import vn.hocba.shared.Delivery;

/** The way to the province's database. */
interface ProvinceGateway {

    /**
     * The province's answer for one record.
     *
     * @param receiptNo of the receipt; a province that answers has one for every record
     * @param late whether it was rejected for the time alone: the same version may be sent again
     * @param reasons of a rejection and what to do, in Vietnamese; empty when accepted
     */
    record Answer(String yearRecordId, boolean accepted, String receiptNo, boolean late, List<String> reasons) {}

    /**
     * Sends a package. Sending it again is harmless: the province answers what it answered before.
     *
     * @param signedPackage as the school signed it
     * @return an answer for every record, or why the province does not take the package as a whole
     * @throws vn.hocba.shared.Unreachable when the province could not be reached; it is worth trying again
     * @throws RuntimeException of any other kind when something is broken there: no record is answered by that
     */
    Delivery<List<Answer>> send(byte[] signedPackage);
}
