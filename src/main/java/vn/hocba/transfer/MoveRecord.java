package vn.hocba.transfer;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;
import vn.hocba.transfer.TransferDetails.Way;

/** The day has come: the right to manage the record moves, and its open work with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MoveRecord {

    private final Requests requests;
    private final TransferRules rules;
    private final YearRecords records;
    private final RecordHolders holders;
    private final MoveOpenRecord open;
    private final Placing placing;
    private final SchoolDirectory directory;
    private final AuditLog audit;

    MoveRecord(
            Requests requests,
            TransferRules rules,
            YearRecords records,
            RecordHolders holders,
            MoveOpenRecord open,
            Placing placing,
            SchoolDirectory directory,
            AuditLog audit) {
        this.requests = requests;
        this.rules = rules;
        this.records = records;
        this.holders = holders;
        this.open = open;
        this.placing = placing;
        this.directory = directory;
        this.audit = audit;
    }

    /** @return as {@link TransferSteps#move} */
    String move(Request request, LocalDate today) {
        YearRecord record = records.lock(request.yearRecordId());
        TransferDetails details = requests.details(request, TransferRequest.TYPE);
        if (rules.obstacleToMove(record, request, details).isPresent()) {
            requests.keep(request, details.triedOn(today));
            return "WAIT";
        }
        placing.leave(record, new SchoolId(details.from()), today);
        if (details.way() == Way.OUT) {
            open.out(request, record, details, today);
            return "LEFT";
        }
        moveWithin(request, record, details, today);
        return "MOVED";
    }

    private void moveWithin(Request request, YearRecord record, TransferDetails details, LocalDate today) {
        Studying place = placing.join(new PupilId(record.pupilId()), new ClassId(details.classId()), today);
        holders.handOn(record, new SchoolId(details.to()), today, request.id());
        if (TransferRules.isUnfinished(record)) {
            open.within(record, place, today);
        }
        audit.append(
                record.id(),
                "record.moved",
                Texts.vi(
                        "transfer.moved",
                        directory.unit(details.from()).name(),
                        directory.unit(details.to()).name()));
        requests.keep(request, details.confirmed(Receipts.number(request, today), today));
    }
}
