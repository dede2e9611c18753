package vn.hocba.signing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.hocba.document.Supplement;
import vn.hocba.signing.PacketVerification.Finding;

/** Decides whether a supplement is what it claims: the eight checks of a packet. */
public interface SupplementVerification {

    /** Who may have signed personally, asked of the moment at which a signature says it was made. */
    @FunctionalInterface
    interface Entitled {

        /**
         * CCCD of each.
         *
         * @param signedAt null where a signature does not say: nobody was then
         */
        Set<String> at(Instant signedAt);
    }

    /**
     * Whose certificates the slots may carry.
     *
     * @param heads of the school: head, acting head, deputies with a delegation
     * @param leaders of the Sở
     */
    record Expected(String schoolTaxCode, String provinceTaxCode, Entitled heads, Entitled leaders) {}

    /**
     * One signature.
     *
     * @param signer name in the certificate
     * @param identifier CCCD or MST in the certificate; may be empty
     * @param signedAt null when it does not say
     * @param valid whether cryptography, path and validity at the signing time hold
     */
    record SignatureView(
            SupplementSlot slot, String signer, String identifier, String serial, Instant signedAt, boolean valid) {}

    /**
     * The outcome.
     *
     * @param content read from the verified tree only; null unless there is no finding
     */
    record Report(List<Finding> findings, List<SignatureView> signatures, Supplement content) {

        public boolean passed() {
            return findings.isEmpty();
        }
    }

    /**
     * Runs the checks; never throws for a bad document, it reports.
     *
     * @param last the slot that was filled last; null where none may be
     */
    Report verify(byte[] document, SupplementSlot last, Expected expected);
}
