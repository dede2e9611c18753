package vn.hocba.desk;

import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.ClassSignature.SignedAs;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.PacketStore;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.shared.RecordId;
import vn.hocba.shared.StaffId;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.signing.SignedPacket;
import vn.hocba.signing.Slot;
import vn.hocba.workflow.RecordProcesses;

/** What becomes of a record that was signed: a signature is never stored without its packet, nor without the end of its step. */
@Component
class SignedRecords {

    private final YearRecords records;
    private final PacketStore packets;
    private final RecordSignatures signatures;
    private final SignedRows rows;
    private final AuditLog audit;
    private final RecordProcesses processes;

    SignedRecords(
            YearRecords records,
            PacketStore packets,
            RecordSignatures signatures,
            SignedRows rows,
            AuditLog audit,
            RecordProcesses processes) {
        this.rows = rows;
        this.records = records;
        this.packets = packets;
        this.signatures = signatures;
        this.audit = audit;
        this.processes = processes;
    }

    YearRecord lock(String recordId) {
        return records.lock(recordId);
    }

    /**
     * A packet that is just begun takes in the rows that their teachers have signed.
     *
     * @throws vn.hocba.shared.Refused when one of them has not
     */
    byte[] withRows(YearRecord record, byte[] packet) {
        byte[] begun = signatures.embedRows(record.id(), record.versionNo(), packet);
        rows.demandAll(record);
        return begun;
    }

    void keep(
            YearRecord record,
            String part,
            Slot slot,
            ClassSignature signature,
            CurrentUser signer,
            SignedPacket signed) {
        switch (signature.bears()) {
            case ROWS -> packets.begin(record, signed.packet());
            case EARLIER -> packets.replace(record.id(), signed.packet());
            case NOTHING -> {}
        }
        SignedAs as = signature.signedAs(record, signer);
        signatures.add(
                new RecordId(record.id()),
                record.versionNo(),
                slot,
                new StaffId(signer.staffId()),
                as.name(),
                as.title(),
                signed);
        if (part.equals(ClassSignature.WHOLE)) {
            audit.append(record.id(), signature.logged(), signed.serial());
            processes.complete(record, signature.step());
        } else {
            records.setFinished(record, part, true);
            audit.append(record.id(), signature.logged(), part + ": " + signed.serial());
            processes.finishPart(record, signature.step(), part);
        }
    }
}
