package vn.hocba.dossier;

import org.springframework.stereotype.Component;
import vn.hocba.record.Arrivals;
import vn.hocba.record.GradeDecisions;
import vn.hocba.record.Leave;
import vn.hocba.record.Leaves;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolId;

/** Why a record is closed, the class of the pupil where that is another one than the record was issued in, and what was decided of the grade. */
@Component
class PupilWhereabouts {

    private final Leaves leaves;
    private final GradeDecisions decisions;
    private final Arrivals arrivals;
    private final FormerNames names;
    private final SchoolDirectory directory;

    PupilWhereabouts(
            Leaves leaves, GradeDecisions decisions, Arrivals arrivals, FormerNames names, SchoolDirectory directory) {
        this.leaves = leaves;
        this.decisions = decisions;
        this.arrivals = arrivals;
        this.names = names;
        this.directory = directory;
    }

    /** Notes of the office, such as an illness, are for those who read the whole record. */
    Whereabouts of(Reader reader, RecordSnapshot content) {
        YearRecord record = reader.record();
        String studiesIn = directory
                .studying(new PupilId(record.pupilId()), new SchoolId(record.schoolId()), record.schoolYear())
                .map(SchoolDirectory.Studying::classId)
                .filter(classId -> !classId.equals(record.classId()))
                .map(classId -> directory.classById(classId).name())
                .orElse(null);
        Leave leave = leaves.of(record.id())
                .map(full -> reader.readsWhole() ? full : full.withoutNotes())
                .orElse(null);
        return new Whereabouts(
                leave,
                studiesIn,
                arrivals.of(record.id()).orElse(null),
                decisions.of(record.pupilId()).stream()
                        .filter(decision -> decision.schoolYear() == record.schoolYear()
                                || decision.schoolYear() == record.schoolYear() + 1)
                        .toList(),
                reader.readsWhole() ? names.of(record, content).orElse(null) : null);
    }
}
