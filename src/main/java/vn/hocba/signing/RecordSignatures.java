package vn.hocba.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Signature;
import vn.hocba.document.SignatureLine;
import vn.hocba.shared.RecordId;
import vn.hocba.shared.StaffId;
import vn.hocba.shared.Texts;

/**
 * Which signatures a version of a record bears, beside the packet that holds them. Who may add or void one is decided by the use case that does so, in whose
 * transaction these methods run.
 */
@Service
public class RecordSignatures {

    private static final int REASON_LENGTH = 500;

    private final RecordSignatureRepository signatures;
    private final Clock clock;

    RecordSignatures(RecordSignatureRepository signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * A signature of a record.
     *
     * @param signerId member of staff; of a seal the clerk who applied it
     * @param signerName of the person; of a seal the school's
     * @param signerTitle chức vụ; empty for a seal
     * @param voidedAt null while it is in force
     */
    public record Stored(
            int versionNo,
            Slot slot,
            String signerId,
            String signerName,
            String signerTitle,
            String serial,
            Instant signedAt,
            String signatureId,
            Instant voidedAt,
            String voidReason) {}

    /** Keeps who filled a slot; the parameters as in {@link Stored}. */
    @Transactional
    public void add(
            RecordId record,
            int versionNo,
            Slot slot,
            StaffId signer,
            String signerName,
            String signerTitle,
            SignedPacket signed) {
        signatures.save(row(record, versionNo, slot, signer, signerName, signerTitle, signed));
    }

    private static RecordSignature row(
            RecordId record,
            int versionNo,
            Slot slot,
            StaffId signer,
            String signerName,
            String signerTitle,
            SignedPacket signed) {
        RecordSignature row = new RecordSignature();
        row.yearRecordId = record.value();
        row.versionNo = versionNo;
        row.slot = slot.kind();
        row.rowId = slot.rowId();
        row.signerId = signer.value();
        row.signerName = signerName;
        row.signerTitle = signerTitle;
        row.serial = signed.serial();
        row.signedAt = signed.signedAt();
        row.signatureId = signed.signatureId();
        if (slot.kind() == SlotKind.GVBM) {
            row.content = RowSignature.of(signed.packet(), slot.rowId());
        }
        return row;
    }

    /**
     * Puts the signatures that teachers gave to their rows into a packet that is begun. A signature that does not fit its row any more is void.
     *
     * @param draft unsigned
     * @return the packet with all row signatures in force that fit
     */
    @Transactional
    public byte[] embedRows(String yearRecordId, int versionNo, byte[] draft) {
        byte[] packet = draft;
        for (RecordSignature row : inForce(yearRecordId, versionNo)) {
            if (row.slot == SlotKind.GVBM) {
                Optional<byte[]> filled = RowSignature.into(packet, row.rowId, row.content);
                if (filled.isPresent()) {
                    packet = filled.get();
                } else {
                    makeVoid(row, Texts.vi("signing.row-changed"));
                }
            }
        }
        return packet;
    }

    /** The signatures in force of a version, in the order of signing. */
    @Transactional(readOnly = true)
    public List<Stored> of(String yearRecordId, int versionNo) {
        return inForce(yearRecordId, versionNo).stream()
                .map(RecordSignature::stored)
                .toList();
    }

    /** Every signature that a record ever bore, void ones too, in the order of signing. */
    @Transactional(readOnly = true)
    public List<Stored> history(String yearRecordId) {
        return signatures.findByYearRecordIdOrderBySignedAtAscIdAsc(yearRecordId).stream()
                .map(RecordSignature::stored)
                .toList();
    }

    /** The signatures in force as the printed form shows them. */
    @Transactional(readOnly = true)
    public List<SignatureLine> lines(String yearRecordId, int versionNo) {
        return inForce(yearRecordId, versionNo).stream()
                .map(row -> new SignatureLine(
                        row.slot.name(), row.rowId, row.signerName, row.signerTitle, row.signedAt, row.serial))
                .toList();
    }

    /** Whether a person's signature in force fills a slot of a version. */
    @Transactional(readOnly = true)
    public boolean hasSigned(RecordId record, int versionNo, Slot slot, StaffId signer) {
        return inForce(record.value(), versionNo).stream()
                .anyMatch(row -> row.slot == slot.kind() && row.signerId.equals(signer.value()));
    }

    /** Voids the signatures of a version because what they cover will change; they stay in the history with the reason. */
    @Transactional
    public void voidAll(String yearRecordId, int versionNo, String reason) {
        inForce(yearRecordId, versionNo).forEach(row -> makeVoid(row, reason));
    }

    /** Voids those signatures of a version that a regulation names: after a row has changed its own and all after it, and not those of other rows. */
    @Transactional
    public void voidThose(String yearRecordId, int versionNo, Collection<Signature> named, String reason) {
        Set<Slot> slots = named.stream().map(Slot::of).collect(Collectors.toSet());
        inForce(yearRecordId, versionNo).stream()
                .filter(row -> slots.contains(new Slot(row.slot, row.rowId)))
                .forEach(row -> makeVoid(row, reason));
    }

    private void makeVoid(RecordSignature row, String reason) {
        row.voidedAt = clock.instant();
        row.voidReason = reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
    }

    private List<RecordSignature> inForce(String yearRecordId, int versionNo) {
        return signatures.findByYearRecordIdAndVersionNoAndVoidedAtIsNullOrderBySignedAtAscIdAsc(
                yearRecordId, versionNo);
    }
}
