package vn.hocba.pupils;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.correction.GiveUpVersion;
import vn.hocba.record.OtherClass;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.shared.Refused;
import vn.hocba.signing.VoidSignatures;
import vn.hocba.workflow.PupilMoves;

/**
 * The open record of a pupil follows into another class of the school. One that was signed already comes back to the homeroom teacher of the new class: the form
 * names the class, and its homeroom teacher signs it (docs/decisions/0040). The caller holds the record's lock.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MoveToClass {

    private final YearRecords records;
    private final ImportedMarks imported;
    private final OtherClass otherClass;
    private final GiveUpVersion versions;
    private final PacketStore packets;
    private final VoidSignatures signatures;
    private final PupilMoves work;
    private final Papers papers;

    MoveToClass(
            YearRecords records,
            ImportedMarks imported,
            OtherClass otherClass,
            GiveUpVersion versions,
            PacketStore packets,
            VoidSignatures signatures,
            PupilMoves work,
            Papers papers) {
        this.records = records;
        this.imported = imported;
        this.otherClass = otherClass;
        this.versions = versions;
        this.packets = packets;
        this.signatures = signatures;
        this.work = work;
        this.papers = papers;
    }

    /** Why the record cannot follow now, and what to do; empty when it can. */
    Optional<Refused> obstacle(YearRecord record) {
        if (record.state() == RecordState.SUBMITTED) {
            return Optional.of(
                    Refused.notNow("pupils.with-province", record.state().term()));
        }
        return versions.isBegun(record) ? Optional.of(Refused.notNow("pupils.class.issued")) : Optional.empty();
    }

    /**
     * Moves it.
     *
     * @param note in words; empty for none
     * @throws Refused when it cannot follow now
     */
    void move(YearRecord record, Studying place, String note) {
        obstacle(record).ifPresent(why -> {
            throw why;
        });
        String words = papers.moved(record.classId(), place.classId(), note);
        if (!record.state().isOpenForEntry()) {
            packets.voidCurrent(record.id());
            signatures.ofWhole(record, words);
        }
        work.changeClass(
                record,
                () -> otherClass.put(record, records.prepare(place.classId(), imported), place.ordinal()),
                words,
                papers.by());
        papers.log(record, "record.class-changed", words);
    }
}
