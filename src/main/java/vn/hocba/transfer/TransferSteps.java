package vn.hocba.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;

/** What the model {@code processes/transfer.bpmn} calls. */
@Component("transfers")
@Transactional(propagation = Propagation.MANDATORY)
public class TransferSteps {

    private final Requests requests;
    private final MoveRecord moveRecord;
    private final TakeInRecord takeInRecord;
    private final ArrivalCases cases;
    private final HandOverDrafts drafts;
    private final Clock clock;

    TransferSteps(
            Requests requests,
            MoveRecord moveRecord,
            TakeInRecord takeInRecord,
            ArrivalCases cases,
            HandOverDrafts drafts,
            Clock clock) {
        this.requests = requests;
        this.moveRecord = moveRecord;
        this.takeInRecord = takeInRecord;
        this.cases = cases;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Whether what is handed over waits for the seal; not where nothing was signed, because the year is finished and its record goes along as it is. */
    public boolean wantsSeal(String requestId) {
        return drafts.isThere(requestId);
    }

    /** When the right moves: at the beginning of the day that was chosen, or of the next day after one on which it could not. */
    public Date moveTime(String requestId) {
        TransferDetails details = requests.details(requests.get(requestId), TransferRequest.TYPE);
        LocalDate day =
                details.tried() == null ? details.day() : details.tried().plusDays(1);
        return Date.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    /**
     * The day has come: the right to manage the record moves.
     *
     * @return MOVED, LEFT where the pupil went to another Sở, or WAIT where the record is on its way between two people just now
     */
    public String move(String requestId) {
        return moveRecord.move(requests.get(requestId), LocalDate.now(clock));
    }

    /** The receiving principal has accepted a pupil from another Sở: the record begins here with what the file says. */
    public void takeIn(String requestId) {
        Request request = requests.get(requestId);
        LocalDate today = LocalDate.now(clock);
        String pupilId = takeInRecord.takeIn(request, today);
        cases.arrived(pupilId, request.schoolId(), Receipts.number(request, today));
    }

    /** Nobody at the other side has confirmed for long: the request ends, nothing is undone, and what became of the pupil stays a case of those above. */
    public void noReceipt(String requestId) {
        Request request = requests.get(requestId);
        requests.keep(request, requests.details(request, TransferRequest.TYPE).unconfirmed());
    }
}
