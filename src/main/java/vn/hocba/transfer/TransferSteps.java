package vn.hocba.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Evidence;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.Movements;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;
import vn.hocba.transfer.Details.Way;
import vn.hocba.workflow.RecordProcesses;

/** What the model {@code processes/transfer.bpmn} calls. */
@Component("transfers")
@Transactional(propagation = Propagation.MANDATORY)
public class TransferSteps {

    private static final int NUMBER_LENGTH = 8;

    private final Requests requests;
    private final TransferRules rules;
    private final HandOverFiles files;
    private final YearRecords records;
    private final RecordHolders holders;
    private final RecordProcesses processes;
    private final Movements movements;
    private final ImportedMarks imported;
    private final SchoolDirectory directory;
    private final AuditLog audit;
    private final Clock clock;

    TransferSteps(
            Requests requests,
            TransferRules rules,
            HandOverFiles files,
            YearRecords records,
            RecordHolders holders,
            RecordProcesses processes,
            Movements movements,
            ImportedMarks imported,
            SchoolDirectory directory,
            AuditLog audit,
            Clock clock) {
        this.requests = requests;
        this.rules = rules;
        this.files = files;
        this.records = records;
        this.holders = holders;
        this.processes = processes;
        this.movements = movements;
        this.imported = imported;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** When the right moves: at the beginning of the day that was chosen, or of the next day after one on which it could not. */
    public Date moveTime(String requestId) {
        Map<String, String> details = requests.details(requests.get(requestId));
        LocalDate day = details.containsKey(Details.TRIED)
                ? LocalDate.parse(details.get(Details.TRIED)).plusDays(1)
                : LocalDate.parse(details.get(Details.DAY));
        return Date.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    /**
     * The day has come: the right to manage the record moves.
     *
     * @return MOVED, LEFT where the pupil went to another Sở, or WAIT where the record is on its way between two people just now
     */
    public String move(String requestId) {
        Request request = requests.get(requestId);
        YearRecord record = records.lock(request.yearRecordId());
        Map<String, String> details = requests.details(request);
        LocalDate today = LocalDate.now(clock);
        if (rules.obstacle(record, request, details.get(Details.TO)).isPresent()) {
            requests.addDetails(request, Map.of(Details.TRIED, today.toString()));
            return "WAIT";
        }
        String from = details.get(Details.FROM);
        movements.leave(record.pupilId(), from, record.schoolYear(), today);
        if (Way.valueOf(details.get(Details.WAY)) == Way.OUT) {
            audit.append(record.id(), "record.left", details.get(Details.SCHOOL));
            if (TransferRules.isUnfinished(record)) {
                processes.leave(record);
            }
            return "LEFT";
        }
        String to = details.get(Details.TO);
        Studying place = movements.join(record.pupilId(), directory.classById(details.get(Details.CLASS)), today);
        holders.handOn(record, from, to, today, requestId);
        if (TransferRules.isUnfinished(record)) {
            processes.moveWork(
                    record, () -> records.moveTo(record, records.prepare(place.classId(), imported), place.ordinal()));
        }
        audit.append(
                record.id(),
                "record.moved",
                Texts.vi(
                        "transfer.moved",
                        directory.unit(from).name(),
                        directory.unit(to).name()));
        receipt(request, today);
        return "MOVED";
    }

    /** The receiving principal has accepted a pupil from another Sở: the record begins here with what the file says. */
    public void takeIn(String requestId) {
        Request request = requests.get(requestId);
        Map<String, String> details = requests.details(request);
        Evidence file = requests.files(request).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("request " + requestId + " has no file"));
        HandOverFiles.Read handOver = files.read(file.content());
        LocalDate today = LocalDate.now(clock);
        ClassInfo target = directory.classById(details.get(Details.CLASS));
        String pupilId = movements.arrive(handOver.latest().pupil(), target.schoolId());
        records.adopt(pupilId, handOver.latest().level(), handOver.content().lookupCode());
        Studying place = movements.join(pupilId, target, today);
        if (handOver.isWithinYear()) {
            YearRecord record = records.open(records.prepare(place.classId(), imported), place)
                    .orElseThrow(
                            () -> Refused.notNow("transfer.exists", new SchoolYear(request.schoolYear()).toString()));
            records.fill(record, handOver.content().unfinished());
            audit.append(
                    record.id(), "record.arrived", handOver.content().sender().schoolName());
            processes.start(record);
            requests.belongsTo(request, record.id());
        }
        receipt(request, today);
    }

    /** Nobody at the other side has confirmed in time; nothing is undone by that. */
    public void noReceipt(String requestId) {
        requests.addDetails(requests.get(requestId), Map.of(Details.NUMBER, ""));
    }

    private void receipt(Request request, LocalDate day) {
        String number = "CT-" + day.getYear() + "-"
                + request.id().substring(0, NUMBER_LENGTH).toUpperCase(Locale.ROOT);
        requests.addDetails(request, Map.of(Details.NUMBER, number, Details.RECEIVED, day.toString()));
    }
}
