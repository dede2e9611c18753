package vn.hocba.signing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.HashTree;
import vn.hocba.document.PacketSchema;
import vn.hocba.document.Receipt;
import vn.hocba.document.ReceiptFormat;
import vn.hocba.document.ReceiptLeaf;
import vn.hocba.document.ReceiptLeaf.Answered;
import vn.hocba.document.ReceiptLeaf.Frozen;
import vn.hocba.document.ReceiptList;
import vn.hocba.document.StrictXml;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.SignatureCheck.Checked;
import vn.hocba.signing.SignatureCheck.Refusal;

@Service
class VerifyReceipts implements ReceiptVerification {

    /** In which the days of an intake are counted. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int PARSE = 1;
    private static final int STRUCTURE = 2;
    private static final int IDS = 3;
    private static final int STAGE = 5;
    private static final int CONTENT = 8;

    private final PacketSchema schema;
    private final ReceiptFormat format;
    private final SignatureCheck signature;
    private final CertificateTrust trust;

    VerifyReceipts(PacketSchema schema, ReceiptFormat format, SignatureCheck signature, CertificateTrust trust) {
        this.schema = schema;
        this.format = format;
        this.signature = signature;
        this.trust = trust;
    }

    @Override
    public Report verify(byte[] file, String provinceTaxCode) {
        return read(file, receipt -> verify(receipt, provinceTaxCode));
    }

    @Override
    public Report verifyForeign(byte[] file) {
        return read(file, receipt -> check(receipt, null, trust::foreignRefusal));
    }

    private Report read(byte[] file, Function<Receipt, Report> check) {
        List<Finding> findings = new ArrayList<>();
        Document document = parsed(file, schema::checkReceipt, findings);
        Receipt receipt = findings.isEmpty() ? content(document, format::read, findings) : null;
        return findings.isEmpty() ? check.apply(receipt) : Report.refused(findings);
    }

    private static <T> T content(Document document, Function<Document, T> reader, List<Finding> findings) {
        try {
            return reader.apply(document);
        } catch (RuntimeException unreadable) {
            findings.add(new Finding(CONTENT, "signing.check.content", List.of()));
            return null;
        }
    }

    @Override
    public Report verify(Receipt receipt, String provinceTaxCode) {
        return check(receipt, provinceTaxCode, trust::refusal);
    }

    /** @param provinceTaxCode null: the one that the list names */
    private Report check(Receipt receipt, String provinceTaxCode, Refusal refusal) {
        List<Finding> findings = new ArrayList<>();
        Document document = parsed(receipt.signedList(), schema::checkReceiptList, findings);
        if (!findings.isEmpty()) {
            return Report.refused(findings);
        }
        Optional<Element> seal = PackageSignature.of(document);
        if (seal.isEmpty()) {
            return Report.refused(List.of(new Finding(STAGE, "signing.check.receipt.unsigned", List.of())));
        }
        ReceiptList list = content(document, format::readList, findings);
        if (list == null) {
            return Report.refused(findings);
        }
        String taxCode = provinceTaxCode == null ? list.taxCode() : provinceTaxCode;
        Checked checked = signature.check(
                "RECEIPTS",
                seal.get(),
                null,
                (certificate, signedAt) -> SignatureCheck.isOf(certificate, taxCode),
                refusal,
                findings);
        wrong(receipt, list).ifPresent(key -> findings.add(new Finding(CHECK, key, List.of())));
        return findings.isEmpty()
                ? new Report(List.of(), receipt, list, checked.signer(), checked.serial(), checked.signedAt())
                : Report.refused(findings);
    }

    private static Optional<String> wrong(Receipt receipt, ReceiptList list) {
        ReceiptLeaf leaf = receipt.leaf();
        if (receipt.packet() != null && !Sha256.of(receipt.packet()).equals(leaf.packetHash())) {
            return Optional.of("signing.check.receipt.other-packet");
        }
        if (leaf.kind() != list.kind() || !isOfDay(leaf, list)) {
            return Optional.of("signing.check.receipt.other-day");
        }
        HexFormat hex = HexFormat.of();
        return HashTree.rootBy(
                                leaf.hash(),
                                receipt.place(),
                                list.total(),
                                receipt.path().stream().map(hex::parseHex).toList())
                        .map(hex::formatHex)
                        .filter(list.root()::equals)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("signing.check.receipt.not-in-list");
    }

    private static boolean isOfDay(ReceiptLeaf leaf, ReceiptList list) {
        if (leaf instanceof Frozen frozen) {
            return frozen.effectiveOn().equals(list.day());
        }
        LocalDate day = LocalDate.ofInstant(((Answered) leaf).at(), ZONE);
        return !day.isBefore(list.from()) && !day.isAfter(list.day());
    }

    private static Document parsed(byte[] bytes, Consumer<Document> structure, List<Finding> findings) {
        Document document;
        try {
            document = StrictXml.parse(bytes, StrictXml.PACKAGE_LIMIT);
        } catch (Refused e) {
            findings.add(new Finding(PARSE, e.key(), e.args()));
            return null;
        }
        try {
            structure.accept(document);
        } catch (Refused e) {
            findings.add(new Finding(STRUCTURE, e.key(), e.args()));
        }
        SignedTree.registerIds(document)
                .forEach(id -> findings.add(new Finding(IDS, "signing.check.ids", List.of(id))));
        return document;
    }
}
