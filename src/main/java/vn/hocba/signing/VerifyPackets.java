package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.PacketFormat;
import vn.hocba.document.PacketSchema;
import vn.hocba.document.SignedRows;
import vn.hocba.document.StrictXml;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Regulations;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SignatureCheck.Checked;
import vn.hocba.signing.SignedTree.Place;

@Service
class VerifyPackets implements PacketVerification {

    private static final int PARSE = 1;
    private static final int STRUCTURE = 2;
    private static final int IDS = 3;
    private static final int PLACE = SignatureCheck.PLACE;
    private static final int STAGE = 5;
    private static final int CONTENT = 8;

    private final PacketSchema schema;
    private final PacketFormat format;
    private final SignatureCheck signature;
    private final CertificateTrust trust;
    private final CertificateMappings mappings;
    private final Regulations regulations;

    VerifyPackets(
            PacketSchema schema,
            PacketFormat format,
            SignatureCheck signature,
            CertificateTrust trust,
            CertificateMappings mappings,
            Regulations regulations) {
        this.schema = schema;
        this.format = format;
        this.signature = signature;
        this.trust = trust;
        this.mappings = mappings;
        this.regulations = regulations;
    }

    @Override
    public Report verify(byte[] packet, Stage stage, Entitled entitled) {
        return check(packet, stage, content -> new Known(entitled));
    }

    @Override
    public Report verifyForeign(byte[] packet) {
        return check(
                packet,
                Stage.RELEASED,
                content -> new Foreign(content == null ? null : content.issuer().taxCode()));
    }

    private Report check(byte[] packet, Stage stage, Function<RecordSnapshot, Signers> signers) {
        List<Finding> findings = new ArrayList<>();
        Document document = parsed(packet, StrictXml.PACKET_LIMIT, findings);
        if (document != null) {
            checkTree(document, schema::checkPacket, findings);
        }
        if (!findings.isEmpty()) {
            return new Report(List.copyOf(findings), List.of(), null);
        }
        SignedTree tree = new SignedTree(document);
        List<SignatureView> views = new ArrayList<>();
        RecordSnapshot content = content(document, findings);
        checkStage(tree, stage, content, findings);
        tree.places().forEach((slot, place) -> {
            if (place.signature() != null) {
                views.add(checkSignature(slot, place, signers.apply(content), findings));
            }
        });
        findings.sort(java.util.Comparator.comparingInt(Finding::check));
        return Report.of(findings, views, content, format.actingFor(document));
    }

    @Override
    public List<Finding> verifyPackage(byte[] content, String schoolTaxCode) {
        return verifyWhole(content, schoolTaxCode, schema::checkPackage);
    }

    @Override
    public List<Finding> verifyReport(byte[] content, String provinceTaxCode) {
        return verifyWhole(content, provinceTaxCode, schema::checkReport);
    }

    private List<Finding> verifyWhole(byte[] content, String taxCode, Consumer<Document> structure) {
        List<Finding> findings = new ArrayList<>();
        Document document = parsed(content, StrictXml.PACKAGE_LIMIT, findings);
        if (document != null) {
            checkTree(document, structure, findings);
        }
        if (findings.isEmpty()) {
            PackageSignature.of(document)
                    .ifPresentOrElse(
                            seal -> checkSignature(
                                    Slot.SEAL,
                                    seal,
                                    null,
                                    new Known(signedAt -> new Expected(Map.of(), Set.of(), Set.of(), taxCode)),
                                    findings),
                            () -> findings.add(new Finding(STAGE, "signing.check.package-unsigned", List.of())));
        }
        return List.copyOf(findings);
    }

    /** Whose certificates count, and until when. */
    private interface Signers {

        /** Check 6: whether this slot takes this certificate at this time. */
        boolean expects(Slot slot, X509Certificate certificate, Instant signedAt);

        /** Why a certificate could not sign at a time; empty when it could. */
        Optional<String> refusal(List<X509Certificate> chain, Instant signedAt);
    }

    /** People and schools of this installation. */
    private final class Known implements Signers {

        private final Entitled entitled;

        Known(Entitled entitled) {
            this.entitled = entitled;
        }

        @Override
        public boolean expects(Slot slot, X509Certificate certificate, Instant signedAt) {
            return isExpected(slot, certificate, entitled.at(signedAt));
        }

        @Override
        public Optional<String> refusal(List<X509Certificate> chain, Instant signedAt) {
            return trust.refusal(chain, signedAt);
        }
    }

    /** People and schools that another Sở knows. */
    private final class Foreign implements Signers {

        private final String schoolTaxCode;

        Foreign(String schoolTaxCode) {
            this.schoolTaxCode = schoolTaxCode;
        }

        @Override
        public boolean expects(Slot slot, X509Certificate certificate, Instant signedAt) {
            return slot.kind() == SlotKind.KY_PHAT_HANH
                    ? SignatureCheck.isOf(certificate, schoolTaxCode)
                    : CertificateNames.person(certificate).isPresent();
        }

        @Override
        public Optional<String> refusal(List<X509Certificate> chain, Instant signedAt) {
            return trust.foreignRefusal(chain, signedAt);
        }
    }

    private static Document parsed(byte[] bytes, int limit, List<Finding> findings) {
        try {
            return StrictXml.parse(bytes, limit);
        } catch (Refused e) {
            findings.add(new Finding(PARSE, e.key(), e.args()));
            return null;
        }
    }

    private static void checkTree(Document document, Consumer<Document> structure, List<Finding> findings) {
        try {
            structure.accept(document);
        } catch (Refused e) {
            findings.add(new Finding(STRUCTURE, e.key(), e.args()));
        }
        for (String id : SignedTree.registerIds(document)) {
            findings.add(new Finding(IDS, "signing.check.ids", List.of(id)));
        }
    }

    /** Check 5: the slots of the stage are filled, and no others; the subjects' slots are those that the regulation asks for. */
    private void checkStage(SignedTree tree, Stage stage, RecordSnapshot content, List<Finding> findings) {
        if (content != null) {
            Set<Slot> asked = SignedRows.of(content, regulations.of(content)).stream()
                    .map(row -> new Slot(SlotKind.GVBM, row.id()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            asked.stream()
                    .filter(slot -> !tree.places().containsKey(slot))
                    .forEach(slot ->
                            findings.add(new Finding(STAGE, "signing.check.missing.GVBM", List.of(slot.rowId()))));
            tree.places().keySet().stream()
                    .filter(slot -> slot.kind() == SlotKind.GVBM && !asked.contains(slot))
                    .forEach(slot ->
                            findings.add(new Finding(STAGE, "signing.check.not-asked.GVBM", List.of(slot.rowId()))));
        }
        tree.places().forEach((slot, place) -> {
            boolean filled = place.signature() != null;
            String place5 = slot.rowId() == null ? "" : slot.rowId();
            if (filled && !belongsTo(slot.kind(), stage)) {
                findings.add(new Finding(STAGE, "signing.check.too-early." + slot.kind(), List.of(place5)));
            } else if (!filled && belongsTo(slot.kind(), stage)) {
                findings.add(new Finding(STAGE, "signing.check.missing." + slot.kind(), List.of(place5)));
            }
        });
    }

    private static boolean belongsTo(SlotKind slot, Stage stage) {
        return switch (slot) {
            case GVBM, GVCN -> stage != Stage.DRAFT;
            case CBQL -> stage == Stage.PRINCIPAL_SIGNED || stage == Stage.RELEASED;
            case KY_PHAT_HANH -> stage == Stage.RELEASED;
        };
    }

    private SignatureView checkSignature(Slot slot, Place place, Signers signers, List<Finding> findings) {
        if (place.signed() == null) {
            findings.add(new Finding(PLACE, "signing.check.place." + slot.kind(), List.of(slot.rowId())));
            return new SignatureView(slot, "", "", "", null, false);
        }
        return checkSignature(slot, place.signature(), place.signed(), signers, findings);
    }

    private SignatureView checkSignature(
            Slot slot, Element element, Element signed, Signers signers, List<Finding> findings) {
        Checked checked = signature.check(
                slot.kind().name(),
                element,
                signed,
                (certificate, signedAt) -> signers.expects(slot, certificate, signedAt),
                signers::refusal,
                findings);
        return new SignatureView(
                slot, checked.signer(), checked.identifier(), checked.serial(), checked.signedAt(), checked.valid());
    }

    /** Check 6: whose certificate this slot takes. */
    private boolean isExpected(Slot slot, X509Certificate certificate, Expected expected) {
        return switch (slot.kind()) {
            case GVBM -> {
                String teacher = expected.teachers().get(slot.rowId());
                yield teacher != null && isPerson(certificate, Set.of(teacher));
            }
            case GVCN -> isPerson(certificate, expected.homeroom());
            case CBQL -> isPerson(certificate, expected.managers());
            case KY_PHAT_HANH -> SignatureCheck.isOf(certificate, expected.schoolTaxCode());
        };
    }

    private boolean isPerson(X509Certificate certificate, Set<String> personalIds) {
        return CertificateNames.person(certificate)
                        .filter(personalIds::contains)
                        .isPresent()
                || mappings.isApprovedForOneOf(Certificate.serialOf(certificate.getSerialNumber()), personalIds);
    }

    /** Check 8: the values, from the very tree that is being verified. */
    private RecordSnapshot content(Document document, List<Finding> findings) {
        try {
            return format.read(document);
        } catch (RuntimeException e) {
            findings.add(new Finding(CONTENT, "signing.check.content", List.of()));
            return null;
        }
    }
}
