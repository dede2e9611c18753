package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import vn.hocba.document.PacketSchema;
import vn.hocba.document.StrictXml;
import vn.hocba.document.SupplementFormat;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.SignatureCheck.Checked;
import vn.hocba.signing.SignedTree.Place;

@Service
class VerifySupplements implements SupplementVerification {

    private static final int PARSE = 1;
    private static final int STRUCTURE = 2;
    private static final int IDS = 3;
    private static final int STAGE = 5;

    private final PacketSchema schema;
    private final SupplementFormat format;
    private final SignatureCheck signature;
    private final CertificateTrust trust;

    VerifySupplements(PacketSchema schema, SupplementFormat format, SignatureCheck signature, CertificateTrust trust) {
        this.schema = schema;
        this.format = format;
        this.signature = signature;
        this.trust = trust;
    }

    @Override
    public Report verify(byte[] document, SupplementSlot last, Expected expected) {
        List<Finding> findings = new ArrayList<>();
        Document parsed = parsed(document, findings);
        if (!findings.isEmpty()) {
            return new Report(List.copyOf(findings), List.of(), null);
        }
        SupplementTree tree = new SupplementTree(parsed);
        if (!tree.fitsStructure()) {
            findings.add(new Finding(STRUCTURE, "signing.check.supplement-structure", List.of()));
        }
        List<SignatureView> views = new ArrayList<>();
        tree.places().forEach((slot, place) -> {
            checkStage(slot, place.signature() != null, last, findings);
            if (place.signature() != null) {
                views.add(check(slot, place, expected, findings));
            }
        });
        return new Report(List.copyOf(findings), List.copyOf(views), findings.isEmpty() ? format.read(parsed) : null);
    }

    private Document parsed(byte[] document, List<Finding> findings) {
        Document parsed;
        try {
            parsed = StrictXml.parse(document, StrictXml.PACKET_LIMIT);
        } catch (Refused e) {
            findings.add(new Finding(PARSE, e.key(), e.args()));
            return null;
        }
        try {
            schema.checkSupplement(parsed);
        } catch (Refused e) {
            findings.add(new Finding(STRUCTURE, e.key(), e.args()));
        }
        SignedTree.registerIds(parsed).forEach(id -> findings.add(new Finding(IDS, "signing.check.ids", List.of(id))));
        return parsed;
    }

    private static void checkStage(SupplementSlot slot, boolean filled, SupplementSlot last, List<Finding> findings) {
        boolean wanted = last != null && slot.compareTo(last) <= 0;
        if (filled != wanted) {
            findings.add(new Finding(STAGE, "signing.check." + (wanted ? "missing." : "too-early.") + slot, List.of()));
        }
    }

    private SignatureView check(SupplementSlot slot, Place place, Expected expected, List<Finding> findings) {
        Checked checked = signature.check(
                slot.name(),
                place.signature(),
                place.signed(),
                (certificate, signedAt) -> isExpected(slot, certificate, expected, signedAt),
                trust::refusal,
                findings);
        return new SignatureView(
                slot, checked.signer(), checked.identifier(), checked.serial(), checked.signedAt(), checked.valid());
    }

    private static boolean isExpected(
            SupplementSlot slot, X509Certificate certificate, Expected expected, Instant signedAt) {
        return switch (slot) {
            case SUPPLEMENT_HEAD -> isOneOf(certificate, expected.heads().at(signedAt));
            case SUPPLEMENT_SCHOOL -> SignatureCheck.isOf(certificate, expected.schoolTaxCode());
            case SUPPLEMENT_LEADER -> isOneOf(certificate, expected.leaders().at(signedAt));
            case SUPPLEMENT_PROVINCE -> SignatureCheck.isOf(certificate, expected.provinceTaxCode());
        };
    }

    private static boolean isOneOf(X509Certificate certificate, Set<String> people) {
        return CertificateNames.person(certificate).filter(people::contains).isPresent();
    }
}
