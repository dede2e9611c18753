package vn.hocba.signing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hocba.document.ActingFor;
import vn.hocba.record.RecordSnapshot;

/** Decides whether a packet is what it claims: the eight checks beyond a valid signature, in their order (docs/packet.md). */
public interface PacketVerification {

    /** How far a packet has come, and so which slots are filled: no fewer, no more. */
    enum Stage {
        DRAFT,
        HOMEROOM_SIGNED,
        PRINCIPAL_SIGNED,
        RELEASED
    }

    /**
     * Whose certificates the slots may carry (check 6).
     *
     * @param teachers CCCD by row id; empty where the regulation has no rows signed
     * @param homeroom CCCD of the homeroom teacher, and of whoever stands in by decision
     * @param managers CCCD of the principal and the deputies
     * @param schoolTaxCode MST of the school
     */
    record Expected(Map<String, String> teachers, Set<String> homeroom, Set<String> managers, String schoolTaxCode) {}

    /**
     * What a check found.
     *
     * @param check 1 to 8
     * @param key of the text that says what is wrong and what to do, for {@code Texts}
     */
    record Finding(int check, String key, List<Object> args) {}

    /**
     * One signature of the packet.
     *
     * @param signer name in the certificate
     * @param identifier CCCD or MST in the certificate; may be empty
     * @param valid whether cryptography, path and validity at the signing time hold
     */
    record SignatureView(Slot slot, String signer, String identifier, String serial, Instant signedAt, boolean valid) {}

    /**
     * The outcome.
     *
     * @param content read from the verified tree only; null unless there is no finding
     * @param actingFor as what somebody signed for the school, from that tree; null where the document does not say it
     */
    record Report(List<Finding> findings, List<SignatureView> signatures, RecordSnapshot content, ActingFor actingFor) {

        /** Of a document that does not say as what somebody signed for the school. */
        public Report(List<Finding> findings, List<SignatureView> signatures, RecordSnapshot content) {
            this(findings, signatures, content, null);
        }

        /** Of a packet: what it says counts only where nothing was found. */
        static Report of(
                List<Finding> findings,
                List<SignatureView> signatures,
                RecordSnapshot content,
                Optional<ActingFor> actingFor) {
            return findings.isEmpty()
                    ? new Report(List.of(), List.copyOf(signatures), content, actingFor.orElse(null))
                    : new Report(List.copyOf(findings), List.copyOf(signatures), null, null);
        }

        public boolean passed() {
            return findings.isEmpty();
        }
    }

    /** Who was entitled to sign, asked of the moment at which a signature says it was made. */
    @FunctionalInterface
    interface Entitled {

        /** @param signedAt null where a signature does not say: nobody was then */
        Expected at(Instant signedAt);
    }

    /** Runs the checks; never throws for a bad packet, it reports. */
    Report verify(byte[] packet, Stage stage, Entitled entitled);

    /** The same against people who are known already, whenever they signed. */
    default Report verify(byte[] packet, Stage stage, Expected expected) {
        return verify(packet, stage, (Entitled) signedAt -> expected);
    }

    /**
     * Runs the checks on a released packet of a school that another Sở keeps. Whose certificates its people's slots may carry is not known here: any person's
     * will do, and the seal has to be of the school that the packet names. Roots of other installations are trusted as configured.
     */
    Report verifyForeign(byte[] packet);

    /** The school's signature over a package: findings, empty when it is whole and the school's own. */
    List<Finding> verifyPackage(byte[] content, String schoolTaxCode);

    /** The signature of a Sở over a part of its report to the ministry: findings, empty when it is whole and the own one of the Sở. */
    List<Finding> verifyReport(byte[] content, String provinceTaxCode);
}
