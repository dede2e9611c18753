package vn.hocba.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.hocba.document.ActingFor;
import vn.hocba.document.HandOver;
import vn.hocba.signing.PacketVerification.Finding;

/** Decides whether a hand-over is what it claims: the eight checks of a packet. */
public interface HandOverVerification {

    /** Who may have signed, asked of the moment at which a signature says it was made: CCCD of each. */
    @FunctionalInterface
    interface Entitled {

        /** @param signedAt null where a signature does not say: nobody was then */
        Set<String> at(Instant signedAt);
    }

    /**
     * Whose certificates the places may carry.
     *
     * @param homeroom who led the class
     * @param heads of the school: head, acting head, deputies with a delegation
     */
    record Expected(Entitled homeroom, Entitled heads, String schoolTaxCode) {}

    /**
     * One signature.
     *
     * @param signer name in the certificate
     * @param identifier CCCD or MST in the certificate; may be empty
     * @param signedAt null when it does not say
     * @param valid whether cryptography, path and validity at the signing time hold
     */
    record SignatureView(
            HandOverSlot slot, String signer, String identifier, String serial, Instant signedAt, boolean valid) {}

    /**
     * The outcome.
     *
     * @param content read from the verified tree only; null unless there is no finding
     * @param actingFor as what somebody signed for the school, from that tree; null where the document does not say it
     */
    record Report(List<Finding> findings, List<SignatureView> signatures, HandOver content, ActingFor actingFor) {

        public boolean passed() {
            return findings.isEmpty();
        }

        /** Empty where nothing readable stands there. */
        public Optional<SignatureView> at(HandOverSlot slot) {
            return signatures.stream().filter(view -> view.slot() == slot).findFirst();
        }
    }

    /**
     * Runs the checks on a hand-over of the current structure; never throws for a bad document, it reports.
     *
     * @param last the place that was filled last
     */
    Report verify(byte[] document, HandOverSlot last, Expected expected);

    /**
     * Runs the checks on what a school that another Sở knows has signed, of whichever structure. Whose certificates its people may carry is not known here: any
     * person's will do, and the seal has to be of the school that the document names. Roots of other installations are trusted as configured.
     */
    Report verifyForeign(byte[] document);
}
