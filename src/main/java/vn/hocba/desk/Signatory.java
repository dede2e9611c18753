package vn.hocba.desk;

import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.PacketStore;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.signing.SignedPacket;
import vn.hocba.signing.Slot;
import vn.hocba.signing.UnlockedKey;

/** What the three signing batches do to a record: a signature is never stored without its packet. */
@Component
public class Signatory {

    private final PacketSigning signing;
    private final RecordSignatures signatures;
    private final PacketStore packets;
    private final YearRecords records;

    Signatory(PacketSigning signing, RecordSignatures signatures, PacketStore packets, YearRecords records) {
        this.signing = signing;
        this.signatures = signatures;
        this.packets = packets;
        this.records = records;
    }

    /** Signs the first slot of a packet that was just made, after the rows that their teachers have signed, and keeps it. */
    public void signFirst(YearRecord record, byte[] packet, Slot slot, UnlockedKey key, CurrentUser user) {
        byte[] withRows = signatures.embedRows(record.id(), record.versionNo(), packet);
        SignedPacket signed = signing.sign(withRows, slot, key);
        packets.begin(record, signed.packet());
        signatures.add(record.id(), record.versionNo(), slot, user.staffId(), user.displayName(), user.title(), signed);
    }

    /** Signs a further slot of the packet in force, and keeps it. */
    public void signNext(YearRecord record, Slot slot, UnlockedKey key, CurrentUser user) {
        signNext(record, slot, key, user.staffId(), user.displayName(), user.title());
    }

    /** As {@link #signNext(YearRecord, Slot, UnlockedKey, CurrentUser)}, where what stands beside the signature is not the person: the seal. */
    public void signNext(YearRecord record, Slot slot, UnlockedKey key, String signerId, String name, String title) {
        SignedPacket signed = signing.sign(packets.current(record.id()), slot, key);
        packets.replace(record.id(), signed.packet());
        signatures.add(record.id(), record.versionNo(), slot, signerId, name, title, signed);
    }

    public YearRecord lock(String recordId) {
        return records.lock(recordId);
    }
}
