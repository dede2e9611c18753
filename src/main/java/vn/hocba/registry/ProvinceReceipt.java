package vn.hocba.registry;

import java.time.Instant;
import java.util.List;

/**
 * What the province answers for one record of a package.
 *
 * @param receiptNo such as «BN-2027-000123»
 * @param late whether nothing is wrong with it but the time: the same packet is taken in as soon as the Sở has opened an extra window
 * @param reasons why it was rejected and what to do, in Vietnamese; empty when accepted
 */
public record ProvinceReceipt(
        String receiptNo,
        String yearRecordId,
        int versionNo,
        boolean accepted,
        boolean late,
        List<String> reasons,
        Instant at) {

    public ProvinceReceipt {
        reasons = List.copyOf(reasons);
    }
}
