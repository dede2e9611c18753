package vn.hocba.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.document.SignatureLine;

/** Which signatures the versions of a record bear or bore. Callers hold the lock on the year record. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RecordSignatures {

    private static final int REASON_LENGTH = 500;

    private final RecordSignatureRepository signatures;
    private final Clock clock;

    RecordSignatures(RecordSignatureRepository signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * A signature.
     *
     * @param serial of the certificate, hexadecimal
     * @param voidedAt when a return or a correction made it void; null while it counts
     */
    public record Signature(
            int versionNo,
            SlotKind slot,
            String signerId,
            String signerName,
            String signerTitle,
            String serial,
            Instant signedAt,
            Instant voidedAt,
            String voidReason) {

        /** As the printed form shows it. */
        public SignatureLine line() {
            return new SignatureLine(slot.name(), signerName, signerTitle, signedAt, serial);
        }
    }

    /** Keeps what was just signed. */
    public void add(
            String yearRecordId,
            int versionNo,
            Slot slot,
            String signerId,
            String signerName,
            String signerTitle,
            SignedPacket signed) {
        RecordSignature signature = new RecordSignature();
        signature.yearRecordId = yearRecordId;
        signature.versionNo = versionNo;
        signature.slot = slot.kind();
        signature.signerId = signerId;
        signature.signerName = signerName;
        signature.signerTitle = signerTitle;
        signature.serial = signed.serial();
        signature.signedAt = signed.signedAt();
        signature.signatureId = signed.signatureId();
        signatures.save(signature);
    }

    /** Every signature of a record, those that are void too, oldest first. */
    public List<Signature> history(String yearRecordId) {
        return signatures.findByYearRecordIdOrderBySignedAtAscIdAsc(yearRecordId).stream()
                .map(s -> new Signature(
                        s.versionNo,
                        s.slot,
                        s.signerId,
                        s.signerName,
                        s.signerTitle,
                        s.serial,
                        s.signedAt,
                        s.voidedAt,
                        s.voidReason))
                .toList();
    }

    /** The signatures of a version that count, in the order of the slots. */
    public List<Signature> of(String yearRecordId, int versionNo) {
        return history(yearRecordId).stream()
                .filter(s -> s.versionNo() == versionNo && s.voidedAt() == null)
                .sorted(Comparator.comparing(Signature::slot))
                .toList();
    }

    /** Whether a person has a signature that counts on a version. */
    public boolean hasSigned(String yearRecordId, int versionNo, String signerId) {
        return signatures.findByYearRecordIdAndVersionNoAndVoidedAtIsNull(yearRecordId, versionNo).stream()
                .anyMatch(s -> s.signerId.equals(signerId));
    }

    /** Makes the signatures of a version void, with the reason. */
    public void voidAll(String yearRecordId, int versionNo, String reason) {
        Instant now = clock.instant();
        for (RecordSignature signature :
                signatures.findByYearRecordIdAndVersionNoAndVoidedAtIsNull(yearRecordId, versionNo)) {
            signature.voidedAt = now;
            signature.voidReason = reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
        }
    }
}
