package vn.hocba.registry;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.ClassPackage;
import vn.hocba.document.PacketFormat;
import vn.hocba.registry.IntakeRules.Verdict;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketVerification.Report;

/** Writes the receipts that the province answers with: one for each version that was sent, and the same again when it is sent again. */
@Component
class IssueReceipt {

    /** Of a name in a list. */
    private static final int LONGEST_NAME = 150;

    private final PacketFormat packets;
    private final ReceiptNumbers numbers;
    private final IssuedReceiptRepository receipts;
    private final IntakeCounts counts;
    private final AuditLog audit;
    private final Clock clock;

    IssueReceipt(
            PacketFormat packets,
            ReceiptNumbers numbers,
            IssuedReceiptRepository receipts,
            IntakeCounts counts,
            AuditLog audit,
            Clock clock) {
        this.packets = packets;
        this.numbers = numbers;
        this.receipts = receipts;
        this.counts = counts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The receipt that was issued before. */
    Optional<ProvinceReceipt> known(String key) {
        return receipts.findByIdempotencyKey(key).map(IssuedReceipt::toReceipt);
    }

    String nextNumber() {
        return numbers.next();
    }

    /**
     * Issues one.
     *
     * @param key that no other version has
     * @param report of the verification
     * @param verdict whether it is accepted, and why not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProvinceReceipt issue(
            String number, String key, Sender sender, ClassPackage.Item item, Report report, Verdict verdict) {
        List<String> reasons = verdict.reasons();
        List<IssuedReceipt> earlier = receipts.findByYearRecordIdAndSchoolCodeAndLatestTrue(
                item.yearRecordId(), sender.school().code());
        earlier.forEach(one -> one.latest = false);
        IssuedReceipt receipt = new IssuedReceipt();
        receipt.receiptNo = number;
        receipt.idempotencyKey = key;
        receipt.packageId = sender.packageId();
        receipt.provinceCode = sender.provinceCode();
        receipt.schoolCode = sender.school().code();
        receipt.schoolName = sender.school().name();
        receipt.schoolYear = sender.schoolYear();
        receipt.className = sender.className();
        String name = pupilName(item.packet(), report);
        receipt.pupilName = name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        receipt.yearRecordId = item.yearRecordId();
        receipt.versionNo = item.versionNo();
        receipt.latest = true;
        receipt.accepted = reasons.isEmpty();
        receipt.late = verdict.late();
        receipt.setReasons(reasons);
        receipt.at = clock.instant();
        audit.append(
                item.yearRecordId(),
                receipt.accepted ? "registry.accepted" : "registry.rejected",
                String.join("\n", number, String.join("\n", reasons)).strip());
        receipts.saveAndFlush(receipt);
        counts.answered(receipt, earlier);
        return receipt.toReceipt();
    }

    /** For the list of what was rejected a name will do that nobody has vouched for. */
    private String pupilName(byte[] packet, Report report) {
        if (report.content() != null) {
            return report.content().pupil().fullName();
        }
        try {
            return packets.read(packet).pupil().fullName();
        } catch (Refused notReadable) {
            return null;
        }
    }
}
