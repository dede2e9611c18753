package vn.hocba.signing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import java.time.Instant;
import vn.hocba.shared.BaseEntity;

@Entity
class RecordSignature extends BaseEntity {

    String yearRecordId;
    int versionNo;

    @Enumerated(EnumType.STRING)
    SlotKind slot;

    String rowId;
    String signerId;
    String signerName;
    String signerTitle;
    String serial;
    Instant signedAt;
    String signatureId;
    Instant voidedAt;
    String voidReason;

    /** The ds:Signature of a row, kept because the row is signed before there is a packet; null for the other kinds. */
    @Lob
    byte[] content;

    RecordSignatures.Stored stored() {
        return new RecordSignatures.Stored(
                versionNo,
                new Slot(slot, rowId),
                signerId,
                signerName,
                signerTitle,
                serial,
                signedAt,
                signatureId,
                voidedAt,
                voidReason);
    }
}
