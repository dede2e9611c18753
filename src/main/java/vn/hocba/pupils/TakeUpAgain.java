package vn.hocba.pupils;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.Leaves;
import vn.hocba.record.OtherClass;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.PupilMoves;

/**
 * A pupil comes back to the school within the year: the closed record goes on, the same one under the same code, with what was entered before. The caller holds
 * the record's lock.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeUpAgain {

    private final YearRecords records;
    private final ImportedMarks imported;
    private final OtherClass otherClass;
    private final RecordHolders holders;
    private final Leaves leaves;
    private final PupilMoves work;
    private final SchoolDirectory directory;
    private final Papers papers;

    TakeUpAgain(
            YearRecords records,
            ImportedMarks imported,
            OtherClass otherClass,
            RecordHolders holders,
            Leaves leaves,
            PupilMoves work,
            SchoolDirectory directory,
            Papers papers) {
        this.records = records;
        this.imported = imported;
        this.otherClass = otherClass;
        this.holders = holders;
        this.leaves = leaves;
        this.work = work;
        this.directory = directory;
        this.papers = papers;
    }

    /** Why the record cannot go on here, and what to do; empty when it can. */
    Optional<Refused> obstacle(YearRecord record) {
        return holders.goesOnAt(record)
                .map(schoolId -> Refused.notNow(
                        "pupils.back.elsewhere", directory.unit(schoolId).name()));
    }

    /**
     * Goes on with it in the class where the pupil studies now.
     *
     * @param note in words; empty for none
     * @throws Refused when the pupil's record of the year goes on at another school
     */
    void takeUp(YearRecord record, Studying place, LocalDate day, String note) {
        obstacle(record).ifPresent(why -> {
            throw why;
        });
        leaves.end(record, day);
        otherClass.put(record, records.prepare(place.classId(), imported), place.ordinal());
        work.takeUp(record);
        papers.log(record, "record.taken-up", papers.back(place.classId(), note));
    }
}
