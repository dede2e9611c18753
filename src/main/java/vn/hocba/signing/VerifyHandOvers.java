package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.HandOver;
import vn.hocba.document.HandOverFormat;
import vn.hocba.document.PacketSchema;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.SignatureCheck.Checked;

@Service
class VerifyHandOvers implements HandOverVerification {

    private static final int STRUCTURE = 2;
    private static final int STAGE = 5;
    private static final int CONTENT = 8;

    private final PacketSchema schema;
    private final HandOverFormat format;
    private final SignatureCheck signature;
    private final CertificateTrust trust;
    private final CertificateMappings mappings;

    VerifyHandOvers(
            PacketSchema schema,
            HandOverFormat format,
            SignatureCheck signature,
            CertificateTrust trust,
            CertificateMappings mappings) {
        this.schema = schema;
        this.format = format;
        this.signature = signature;
        this.trust = trust;
        this.mappings = mappings;
    }

    /** Whose certificates count, and until when. */
    private record Signers(Test expected, SignatureCheck.Refusal refusal) {}

    /** Check 6: whether a place takes a certificate at a time. */
    private interface Test {

        boolean takes(HandOverSlot slot, X509Certificate certificate, Instant signedAt);
    }

    @Override
    public Report verify(byte[] document, HandOverSlot last, Expected expected) {
        List<Finding> findings = new ArrayList<>();
        Document parsed = SlottedTree.checked(document, schema::checkHandOver, findings);
        return findings.isEmpty()
                ? inPlaces(parsed, last, known(expected), findings)
                : new Report(List.copyOf(findings), List.of(), null, null);
    }

    @Override
    public Report verifyForeign(byte[] document) {
        List<Finding> findings = new ArrayList<>();
        Document parsed = SlottedTree.checked(document, schema::checkHandOver, findings);
        HandOver content = findings.isEmpty() ? content(parsed, findings) : null;
        if (content == null) {
            return new Report(List.copyOf(findings), List.of(), null, null);
        }
        Signers signers = foreign(content.sender().taxCode());
        return content.structure() == HandOver.FORMER
                ? whole(parsed, content, signers, findings)
                : inPlaces(parsed, HandOverSlot.HAND_OVER_SEAL, signers, findings);
    }

    private Report inPlaces(Document parsed, HandOverSlot last, Signers signers, List<Finding> findings) {
        SlottedTree tree = new HandOverTree(parsed);
        if (!tree.fitsStructure()) {
            findings.add(new Finding(STRUCTURE, "signing.check.hand-over-structure", List.of()));
        }
        tree.checkStage(last, findings);
        List<SignatureView> views = new ArrayList<>();
        tree.places().forEach((slot, place) -> {
            if (place.signature() != null) {
                views.add(check((HandOverSlot) slot, place.signature(), place.signed(), signers, findings));
            }
        });
        HandOver content = findings.isEmpty() ? content(parsed, findings) : null;
        return new Report(
                List.copyOf(findings),
                List.copyOf(views),
                content,
                content == null ? null : format.actingFor(parsed).orElse(null));
    }

    /** The principal's signature over the whole file. */
    private Report whole(Document parsed, HandOver content, Signers signers, List<Finding> findings) {
        List<SignatureView> views = new ArrayList<>();
        PackageSignature.of(parsed)
                .ifPresentOrElse(
                        found -> views.add(check(HandOverSlot.HAND_OVER_HEAD, found, null, signers, findings)),
                        () -> findings.add(new Finding(STAGE, "signing.check.hand-over-unsigned", List.of())));
        return new Report(List.copyOf(findings), List.copyOf(views), findings.isEmpty() ? content : null, null);
    }

    private SignatureView check(
            HandOverSlot slot, Element element, Element signed, Signers signers, List<Finding> findings) {
        Checked checked = signature.check(
                slot.name(),
                element,
                signed,
                (certificate, signedAt) -> signers.expected().takes(slot, certificate, signedAt),
                signers.refusal(),
                findings);
        return new SignatureView(
                slot, checked.signer(), checked.identifier(), checked.serial(), checked.signedAt(), checked.valid());
    }

    /** People and schools of this installation. */
    private Signers known(Expected expected) {
        return new Signers(
                (slot, certificate, signedAt) -> switch (slot) {
                    case HAND_OVER_HOMEROOM ->
                        isOneOf(certificate, expected.homeroom().at(signedAt));
                    case HAND_OVER_HEAD -> isOneOf(certificate, expected.heads().at(signedAt));
                    case HAND_OVER_SEAL -> SignatureCheck.isOf(certificate, expected.schoolTaxCode());
                },
                trust::refusal);
    }

    /** People and schools that another Sở knows. */
    private Signers foreign(String schoolTaxCode) {
        return new Signers(
                (slot, certificate, signedAt) -> slot.wantsSeal()
                        ? SignatureCheck.isOf(certificate, schoolTaxCode)
                        : CertificateNames.person(certificate).isPresent(),
                trust::foreignRefusal);
    }

    private boolean isOneOf(X509Certificate certificate, Set<String> people) {
        return CertificateNames.person(certificate).filter(people::contains).isPresent()
                || mappings.isApprovedForOneOf(Certificate.serialOf(certificate.getSerialNumber()), people);
    }

    /** Check 8: the values, from the very tree that is being verified. */
    private HandOver content(Document parsed, List<Finding> findings) {
        try {
            return format.read(parsed);
        } catch (Refused e) {
            findings.add(new Finding(CONTENT, e.key(), e.args()));
            return null;
        } catch (RuntimeException unreadable) {
            findings.add(new Finding(CONTENT, "signing.check.content", List.of()));
            return null;
        }
    }
}
