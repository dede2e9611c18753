package vn.hocba.transfer;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.Leave;
import vn.hocba.record.Leaves;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.EnrolmentStatus;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.Movements;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.workflow.PupilMoves;

/** Puts a pupil into the chosen class, and the unfinished record with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Placing {

    private final Movements movements;
    private final YearRecords records;
    private final ImportedMarks imported;
    private final RecordSignatures signatures;
    private final SchoolDirectory directory;
    private final Leaves leaves;
    private final PupilMoves work;
    private final Clock clock;

    Placing(
            Movements movements,
            YearRecords records,
            ImportedMarks imported,
            RecordSignatures signatures,
            SchoolDirectory directory,
            Leaves leaves,
            PupilMoves work,
            Clock clock) {
        this.signatures = signatures;
        this.movements = movements;
        this.records = records;
        this.imported = imported;
        this.directory = directory;
        this.leaves = leaves;
        this.work = work;
        this.clock = clock;
    }

    void leave(YearRecord record, SchoolId from, LocalDate today) {
        movements.leave(new PupilId(record.pupilId()), from, record.schoolYear(), today);
    }

    /** The unfinished record is closed for this; its process is told by the caller. */
    void close(YearRecord record, String toSchool, LocalDate today) {
        leaves.add(record, new Leave(EnrolmentStatus.MOVED_AWAY, today, null, toSchool, clock.instant()));
    }

    /** A record that was closed here goes on at the other school, or at this one again. */
    void takeUp(YearRecord record, Studying place, LocalDate today) {
        leaves.end(record, today);
        take(record, place);
        work.takeUp(record);
    }

    Studying join(PupilId pupil, ClassId target, LocalDate today) {
        return movements.join(pupil.value(), directory.classById(target.value()), today);
    }

    /** The unfinished record goes along; the teachers there hand on, and where they sign, sign its rows again. */
    void take(YearRecord record, Studying place) {
        signatures.voidAll(record.id(), record.versionNo(), Texts.vi("transfer.rows-open"));
        records.moveTo(record, records.prepare(place.classId(), imported), place.ordinal());
    }

    /** A pupil from another Sở, with the look-up code that the record had there. */
    Studying arrive(RecordSnapshot latest, String lookupCode, String classId, LocalDate today) {
        ClassInfo target = directory.classById(classId);
        String pupilId = movements.arrive(latest.pupil(), target.schoolId());
        records.adopt(pupilId, latest.level(), lookupCode);
        return movements.join(pupilId, target, today);
    }

    /** @throws Refused when the school has a record of that year already */
    YearRecord open(Studying place, int schoolYear) {
        return records.open(records.prepare(place.classId(), imported), place)
                .orElseThrow(() -> Refused.notNow("transfer.exists", new SchoolYear(schoolYear).toString()));
    }
}
