package vn.hocba.desk;

import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.ClassSignature.SignedAs;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.PacketStore;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
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
    private final AuditLog audit;
    private final RecordProcesses processes;

    SignedRecords(
            YearRecords records,
            PacketStore packets,
            RecordSignatures signatures,
            AuditLog audit,
            RecordProcesses processes) {
        this.records = records;
        this.packets = packets;
        this.signatures = signatures;
        this.audit = audit;
        this.processes = processes;
    }

    YearRecord lock(String recordId) {
        return records.lock(recordId);
    }

    /** A packet that is just begun takes in the rows that their teachers have signed. */
    byte[] withRows(YearRecord record, byte[] packet) {
        return signatures.embedRows(record.id(), record.versionNo(), packet);
    }

    void keep(YearRecord record, Slot slot, ClassSignature signature, CurrentUser signer, SignedPacket signed) {
        if (signature.beginsPacket()) {
            packets.begin(record, signed.packet());
        } else {
            packets.replace(record.id(), signed.packet());
        }
        SignedAs as = signature.signedAs(record, signer);
        signatures.add(record.id(), record.versionNo(), slot, signer.staffId(), as.name(), as.title(), signed);
        audit.append(record.id(), signature.logged(), signed.serial());
        processes.complete(record, signature.step());
    }
}
