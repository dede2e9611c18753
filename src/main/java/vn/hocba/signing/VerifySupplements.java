package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import vn.hocba.document.PacketSchema;
import vn.hocba.document.SupplementFormat;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.SignatureCheck.Checked;
import vn.hocba.signing.SignedTree.Place;

@Service
class VerifySupplements implements SupplementVerification {

    private static final int STRUCTURE = 2;

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
        Document parsed = SlottedTree.checked(document, schema::checkSupplement, findings);
        if (!findings.isEmpty()) {
            return new Report(List.copyOf(findings), List.of(), null);
        }
        SlottedTree tree = new SupplementTree(parsed);
        if (!tree.fitsStructure()) {
            findings.add(new Finding(STRUCTURE, "signing.check.supplement-structure", List.of()));
        }
        tree.checkStage(last, findings);
        List<SignatureView> views = new ArrayList<>();
        tree.places().forEach((slot, place) -> {
            if (place.signature() != null) {
                views.add(check((SupplementSlot) slot, place, expected, findings));
            }
        });
        return new Report(List.copyOf(findings), List.copyOf(views), findings.isEmpty() ? format.read(parsed) : null);
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
