package vn.hocba.succession;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.OtherClass;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.HandedOnClasses;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.school.UnitChange;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.PupilMoves;

/**
 * A record goes on at the school that acts for its own: what is signed but not issued comes back to the homeroom teacher, since it names a school that signs no more;
 * what is issued stays as it is, and the other school makes what follows.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GoOn {

    private final YearRecords records;
    private final RecordHolders holders;
    private final OtherClass otherClass;
    private final HandedOnClasses classes;
    private final Reopen reopen;
    private final SchoolDirectory directory;
    private final PupilMoves work;
    private final AuditLog audit;

    GoOn(
            YearRecords records,
            RecordHolders holders,
            OtherClass otherClass,
            HandedOnClasses classes,
            Reopen reopen,
            SchoolDirectory directory,
            PupilMoves work,
            AuditLog audit) {
        this.records = records;
        this.holders = holders;
        this.otherClass = otherClass;
        this.classes = classes;
        this.reopen = reopen;
        this.directory = directory;
        this.work = work;
        this.audit = audit;
    }

    /** @return false where the answer of the Sở is waited for first */
    boolean record(UnitChange change, String recordId, LocalDate day) {
        YearRecord record = records.lock(recordId);
        if (!record.schoolId().equals(change.unitId()) || isFinal(record.state())) {
            return true;
        }
        if (record.state() == RecordState.SUBMITTED) {
            return false;
        }
        ClassInfo from = directory.classById(record.classId());
        ClassInfo to = classes.target(change, record.classId());
        Studying place = classes.enrol(new PupilId(record.pupilId()), from, to, day);
        manage(change, record, day);
        if (record.state() == RecordState.ACCEPTED) {
            work.changeSchool(record, () -> otherClass.succeed(record, to, place.ordinal()));
        } else {
            reopen.at(record, place, words(change), change.askedBy());
        }
        audit.append(record.id(), "record.succeeded", words(change));
        return true;
    }

    /** A pupil whose year was not opened. */
    void pupil(UnitChange change, Remaining.Unopened pupil, LocalDate day) {
        classes.enrol(
                new PupilId(pupil.pupilId()),
                directory.classById(pupil.classId()),
                classes.target(change, pupil.classId()),
                day);
    }

    /** What was issued stays the former school's, and the other one manages it. */
    void managed(UnitChange change, String recordId, LocalDate day) {
        manage(change, records.lock(recordId), day);
    }

    private static boolean isFinal(RecordState state) {
        return state == RecordState.FROZEN || state == RecordState.RETRACTED || state == RecordState.LEFT;
    }

    private void manage(UnitChange change, YearRecord record, LocalDate day) {
        if (holders.managing(record).equals(change.unitId())) {
            holders.handOn(record, new SchoolId(change.otherUnitId()), day, change.id());
        }
    }

    private String words(UnitChange change) {
        return Texts.vi(
                "school.units.went-on",
                directory.unit(change.unitId()).name(),
                directory.unit(change.otherUnitId()).name(),
                change.decisionNo());
    }
}
