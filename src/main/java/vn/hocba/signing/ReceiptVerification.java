package vn.hocba.signing;

import java.time.Instant;
import java.util.List;
import vn.hocba.document.Receipt;
import vn.hocba.document.ReceiptList;
import vn.hocba.signing.PacketVerification.Finding;

/**
 * The ninth check (docs/packet.md): whether a receipt of the Sở is what it claims. The list that it stands in is judged by checks 1 to 7, and then the receipt itself
 * by whether it is of this packet and leads to this list.
 */
public interface ReceiptVerification {

    /** Number of the check, beside the eight of a packet. */
    int CHECK = 9;

    /**
     * The outcome.
     *
     * @param receipt what it says; null unless there is no finding, as are list, signer, serial and signedAt
     * @param list that the Sở has signed
     * @param signer name in the certificate
     * @param serial of the certificate, hexadecimal
     */
    record Report(
            List<Finding> findings, Receipt receipt, ReceiptList list, String signer, String serial, Instant signedAt) {

        static Report refused(List<Finding> findings) {
            return new Report(List.copyOf(findings), null, null, null, null, null);
        }

        public boolean passed() {
            return findings.isEmpty();
        }
    }

    /**
     * Checks the file of a receipt; never throws for a bad one, it reports.
     *
     * @param provinceTaxCode MST of the Sở, which the certificate has to name
     */
    Report verify(byte[] file, String provinceTaxCode);

    /** Checks a receipt that was put together a moment ago. */
    Report verify(Receipt receipt, String provinceTaxCode);
}
