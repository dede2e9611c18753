package vn.hocba.transfer;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.SchoolId;
import vn.hocba.transfer.TransferDetails.Way;

/** The day has come: the right to manage the record moves, and its open work with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MoveRecord {

    private final Requests requests;
    private final TransferRules rules;
    private final YearRecords records;
    private final MovePupil move;
    private final MoveOpenRecord open;
    private final Placing placing;

    MoveRecord(
            Requests requests,
            TransferRules rules,
            YearRecords records,
            MovePupil move,
            MoveOpenRecord open,
            Placing placing) {
        this.requests = requests;
        this.rules = rules;
        this.records = records;
        this.move = move;
        this.open = open;
        this.placing = placing;
    }

    /** @return as {@link TransferSteps#move} */
    String move(Request request, LocalDate today) {
        YearRecord record = records.lock(request.yearRecordId());
        TransferDetails details = requests.details(request, TransferRequest.TYPE);
        if (rules.obstacleToMove(record, request, details).isPresent()) {
            requests.keep(request, details.triedOn(today));
            return "WAIT";
        }
        if (details.way() == Way.OUT) {
            placing.leave(record, new SchoolId(details.from()), today);
            open.out(request, record, details, today);
            if (rules.goesAlong(record)) {
                open.close(record, details.school(), today);
            }
            return "LEFT";
        }
        move.move(record, new ClassId(details.classId()), today, request.id());
        requests.keep(request, details.confirmed(Receipts.number(request, today), today));
        return "MOVED";
    }
}
