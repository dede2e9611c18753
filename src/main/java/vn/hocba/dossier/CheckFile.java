package vn.hocba.dossier;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Document;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.PrintFormat;
import vn.hocba.document.ReceiptLeaf.Frozen;
import vn.hocba.document.SignatureLine;
import vn.hocba.document.StrictXml;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.registry.FreezeReceipts.Standing;
import vn.hocba.registry.FreezeReceipts.State;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.Texts;
import vn.hocba.signing.PacketVerification;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.ReceiptVerification;

/**
 * Checks a record that somebody brings as a file, alone or with the receipt of its freeze, from whatever school and Sở: the eight checks of the packet and the ninth of
 * the receipt. What it says is shown and not kept.
 */
@Service
public class CheckFile {

    /** Largest file, in bytes. */
    public static final int LARGEST = 4_000_000;

    private static final String RECEIPT = "BIEN_NHAN";

    private final Access access;
    private final PacketVerification packets;
    private final ReceiptVerification receipts;
    private final PrintFormat print;
    private final AuditLog audit;
    private final String publicUrl;

    CheckFile(
            Access access,
            PacketVerification packets,
            ReceiptVerification receipts,
            PrintFormat print,
            AuditLog audit,
            @Value("${hocba.public-url}") String publicUrl) {
        this.access = access;
        this.packets = packets;
        this.receipts = receipts;
        this.print = print;
        this.audit = audit;
        this.publicUrl = publicUrl;
    }

    /**
     * What was found.
     *
     * @param findings empty where everything holds
     * @param packet null where the file holds none that can be read, or the receipt does not hold
     * @param receipt null where there is none, or it does not hold
     */
    public record Outcome(
            List<Finding> findings, PacketVerification.Report packet, ReceiptVerification.Report receipt) {

        public boolean passed() {
            return findings.isEmpty();
        }
    }

    /**
     * Checks it; a bad file is no error, the outcome says what is wrong.
     *
     * @throws Refused when the current user may not check files, or it is too large
     */
    @Transactional
    public Outcome check(byte[] file) {
        String unit = access.holding(Right.CHECK_FILES).unitId();
        if (file.length > LARGEST) {
            throw Refused.invalid("packet.too-large", file.length / 1024, LARGEST / 1024);
        }
        audit.append(unit, "file.checked", Sha256.of(file));
        if (!isReceipt(file)) {
            PacketVerification.Report packet = packets.verifyForeign(file);
            return new Outcome(packet.findings(), packet, null);
        }
        ReceiptVerification.Report receipt = receipts.verifyForeign(file);
        if (!receipt.passed()) {
            return new Outcome(receipt.findings(), null, null);
        }
        if (receipt.receipt().packet() == null) {
            return new Outcome(List.of(), null, receipt);
        }
        PacketVerification.Report packet =
                packets.verifyForeign(receipt.receipt().packet());
        return new Outcome(packet.findings(), packet, receipt);
    }

    /**
     * The printed form (PDF/A) of a record that passed.
     *
     * @param passed holds a packet
     */
    public byte[] printedForm(Outcome passed) {
        access.holding(Right.CHECK_FILES);
        List<SignatureLine> lines = new ArrayList<>();
        passed.packet()
                .signatures()
                .forEach(signature -> lines.add(new SignatureLine(
                        signature.slot().kind().name(),
                        signature.slot().rowId(),
                        signature.signer(),
                        "",
                        signature.signedAt(),
                        signature.serial())));
        return print.printedForm(
                new PrintFormat.Year(passed.packet().content(), lines, effect(passed), List.of()),
                publicUrl + "/tra-cuu?ma=" + passed.packet().content().lookupCode(),
                Texts.vi("office.check.notice"));
    }

    private static String effect(Outcome passed) {
        return passed.receipt() != null && passed.receipt().receipt().leaf() instanceof Frozen frozen
                ? new Standing(
                                frozen.effectiveOn(),
                                State.SIGNED,
                                passed.receipt().signer(),
                                passed.receipt().signedAt())
                        .words()
                : null;
    }

    /** What cannot be read is no receipt: the checks of a packet say why. */
    private static boolean isReceipt(byte[] file) {
        try {
            Document document = StrictXml.parse(file, LARGEST);
            return RECEIPT.equals(document.getDocumentElement().getLocalName());
        } catch (Refused unreadable) {
            return false;
        }
    }
}
