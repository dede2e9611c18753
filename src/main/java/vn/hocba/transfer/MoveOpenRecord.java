package vn.hocba.transfer;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.FormerSchool;
import vn.hocba.record.OtherClass;
import vn.hocba.record.RecordState;
import vn.hocba.record.Snapshots;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Request;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolId;
import vn.hocba.workflow.RecordProcesses;

/** What becomes of a record that is not finished when its pupil goes to another school. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MoveOpenRecord {

    private final Placing placing;
    private final OtherClass otherClass;
    private final RecordProcesses processes;
    private final Snapshots snapshots;
    private final FormerSchool formerSchool;
    private final SchoolDirectory directory;
    private final AuditLog audit;
    private final ArrivalCases cases;

    MoveOpenRecord(
            Placing placing,
            OtherClass otherClass,
            RecordProcesses processes,
            Snapshots snapshots,
            FormerSchool formerSchool,
            SchoolDirectory directory,
            AuditLog audit,
            ArrivalCases cases) {
        this.placing = placing;
        this.otherClass = otherClass;
        this.processes = processes;
        this.snapshots = snapshots;
        this.formerSchool = formerSchool;
        this.directory = directory;
        this.audit = audit;
        this.cases = cases;
    }

    /** It goes on elsewhere: it is closed, where it was not yet. */
    void close(YearRecord record, String toSchool, LocalDate today) {
        if (record.state().isOpenForEntry()) {
            placing.close(record, toSchool, today);
            processes.leave(record);
        }
    }

    /** Out of this database, and nobody has confirmed yet that the pupil arrived. */
    void out(Request request, YearRecord record, TransferDetails details, LocalDate today) {
        audit.append(record.id(), "record.left", details.school());
        cases.open(request, record, details, today);
    }

    /** To another school here: it goes along; back to a school that closed a record of the year, that one goes on with what was entered since. */
    void within(YearRecord record, Studying place, LocalDate today) {
        Optional<YearRecord> closedThere = otherClass
                .closed(
                        new PupilId(record.pupilId()),
                        record.schoolYear(),
                        new SchoolId(directory.classById(place.classId()).schoolId()))
                .filter(there -> !there.id().equals(record.id()));
        if (closedThere.isPresent()) {
            goOn(closedThere.get(), record, place, today);
        } else if (record.state() == RecordState.LEFT) {
            placing.takeUp(record, place, today);
        } else {
            processes.moveWork(record, () -> placing.take(record, place));
        }
    }

    private void goOn(YearRecord there, YearRecord record, Studying place, LocalDate today) {
        placing.takeUp(there, place, today);
        formerSchool.fill(there, snapshots.of(record));
        audit.append(
                there.id(), "record.taken-up", directory.unit(record.schoolId()).name());
        close(record, directory.unit(there.schoolId()).name(), today);
    }
}
