package vn.hocba.transfer;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.FormerSchool;
import vn.hocba.record.OtherClass;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Evidence;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.school.StudyHistory;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolId;
import vn.hocba.workflow.RecordProcesses;

/** The receiving principal has accepted a pupil from another Sở: the record begins here with what the file says. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeInRecord {

    private final Requests requests;
    private final ReadHandOver files;
    private final Placing placing;
    private final OtherClass otherClass;
    private final FormerSchool formerSchool;
    private final StudyHistory studies;
    private final RecordProcesses processes;
    private final AuditLog audit;

    TakeInRecord(
            Requests requests,
            ReadHandOver files,
            Placing placing,
            OtherClass otherClass,
            FormerSchool formerSchool,
            StudyHistory studies,
            RecordProcesses processes,
            AuditLog audit) {
        this.requests = requests;
        this.files = files;
        this.placing = placing;
        this.otherClass = otherClass;
        this.formerSchool = formerSchool;
        this.studies = studies;
        this.processes = processes;
        this.audit = audit;
    }

    /** @return id of the pupil */
    String takeIn(Request request, LocalDate today) {
        TransferDetails details = requests.details(request, TransferRequest.TYPE);
        Evidence file = requests.files(request).stream()
                .filter(kept -> !PrintHandOver.isPrinted(kept))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("request " + request.id() + " has no file"));
        ReadHandOver.Content handOver = files.read(file.content());
        Studying place = placing.arrive(handOver.latest(), handOver.file().lookupCode(), details.classId(), today);
        studies.handedOver(
                new PupilId(place.pupilId()),
                handOver.latest().level(),
                handOver.studies().stream()
                        .map(row -> new StudyHistory.Row(
                                row.schoolYear(), row.className(), row.schoolName(), row.registerNo(), row.enteredOn()))
                        .toList());
        if (handOver.isWithinYear()) {
            Optional<YearRecord> closed =
                    otherClass.closed(new PupilId(place.pupilId()), request.schoolYear(), new SchoolId(details.to()));
            YearRecord record = closed.orElseGet(() -> placing.open(place, request.schoolYear()));
            closed.ifPresent(back -> placing.takeUp(back, place, today));
            formerSchool.fill(record, handOver.file().unfinished());
            audit.append(record.id(), "record.arrived", handOver.file().sender().schoolName());
            if (closed.isEmpty()) {
                processes.start(record);
            }
            requests.belongsTo(request, record.id());
        }
        requests.keep(request, details.confirmed(Receipts.number(request, today), today));
        return place.pupilId();
    }
}
