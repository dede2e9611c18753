package vn.hocba.succession;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.OtherClass;
import vn.hocba.record.PacketStore;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.signing.VoidSignatures;
import vn.hocba.workflow.PupilMoves;

/** A record that is not issued is that of a class of another school: rows that are finished stay so, and what was signed over the whole is void. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Reopen {

    private final YearRecords records;
    private final ImportedMarks imported;
    private final OtherClass otherClass;
    private final PacketStore packets;
    private final VoidSignatures signatures;
    private final PupilMoves work;

    Reopen(
            YearRecords records,
            ImportedMarks imported,
            OtherClass otherClass,
            PacketStore packets,
            VoidSignatures signatures,
            PupilMoves work) {
        this.records = records;
        this.imported = imported;
        this.otherClass = otherClass;
        this.packets = packets;
        this.signatures = signatures;
        this.work = work;
    }

    /**
     * @param reason shown first where it comes back
     * @param by on whose word
     */
    void at(YearRecord record, Studying place, String reason, String by) {
        if (!record.state().isOpenForEntry()) {
            packets.voidCurrent(record.id());
            signatures.ofWhole(record, reason);
        }
        work.changeClass(
                record,
                () -> otherClass.put(record, records.prepare(place.classId(), imported), place.ordinal()),
                reason,
                by);
    }
}
