package vn.hocba.signing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import vn.hocba.document.PacketSchema;
import vn.hocba.document.StrictXml;
import vn.hocba.document.SupplementFormat;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.SignatureCheck.Checked;
import vn.hocba.signing.SignedTree.Place;
import vn.hocba.signing.session.SigningSession;

@Service
class SignSupplements implements SupplementSigning {

    private static final int PARSE = 1;
    private static final int STRUCTURE = 2;
    private static final int IDS = 3;
    private static final int STAGE = 5;

    private final PacketSchema schema;
    private final SupplementFormat format;
    private final SignatureCheck signature;
    private final CertificateTrust trust;
    private final Clock clock;

    SignSupplements(
            PacketSchema schema,
            SupplementFormat format,
            SignatureCheck signature,
            CertificateTrust trust,
            Clock clock) {
        this.schema = schema;
        this.format = format;
        this.signature = signature;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public byte[] sign(byte[] document, SupplementSlot slot, SigningSession seal) {
        HeldKey held = HeldKey.of(seal);
        trust.requireUsable(held.chain());
        if (!held.isSeal()) {
            throw Refused.invalid("signing.slot-wants-seal");
        }
        SupplementTree tree = tree(document);
        if (tree.isFilled(slot)) {
            throw Refused.notNow("signing.slot-taken");
        }
        boolean sealed = tree.isFilled(SupplementSlot.SUPPLEMENT_SCHOOL);
        if (slot == SupplementSlot.SUPPLEMENT_PROVINCE && !sealed) {
            throw Refused.notNow("signing.earlier-missing." + SupplementSlot.SUPPLEMENT_SCHOOL);
        }
        Place place = tree.places().get(slot);
        Instant signedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String signatureId = SignPackets.signatureId(
                slot.name().toLowerCase(Locale.ROOT), slot.name(), held.serial(), signedAt, document);
        XadesDraft draft =
                XadesDraft.of(tree.document(), place.element(), place.signedId(), signatureId, signedAt, held.chain());
        byte[] signed = SignPackets.withValue(() -> draft.signed(held.sign(draft.dataToSign())));
        Place filled = tree(signed).places().get(slot);
        SignPackets.requireGood(filled.signature(), filled.signed(), signedAt);
        return signed;
    }

    private SupplementTree tree(byte[] document) {
        Document parsed = StrictXml.parse(document, StrictXml.PACKET_LIMIT);
        schema.checkSupplement(parsed);
        if (!SignedTree.registerIds(parsed).isEmpty()) {
            throw Refused.invalid("signing.supplement-damaged");
        }
        return new SupplementTree(parsed);
    }

    @Override
    public Report verify(byte[] document, SupplementSlot last, Expected expected) {
        List<Finding> findings = new ArrayList<>();
        Document parsed = parsed(document, findings);
        if (!findings.isEmpty()) {
            return new Report(List.copyOf(findings), List.of(), null);
        }
        SupplementTree tree = new SupplementTree(parsed);
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
        String taxCode =
                slot == SupplementSlot.SUPPLEMENT_SCHOOL ? expected.schoolTaxCode() : expected.provinceTaxCode();
        Checked checked = signature.check(
                slot.name(),
                place.signature(),
                place.signed(),
                certificate -> SignatureCheck.isOf(certificate, taxCode),
                findings);
        return new SignatureView(slot, checked.signer(), checked.serial(), checked.signedAt(), checked.valid());
    }
}
