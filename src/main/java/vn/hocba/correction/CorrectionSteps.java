package vn.hocba.correction;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.submission.VersionAccepted;

/** What the model {@code processes/correction.bpmn} calls, and what ends its wait. */
@Component("corrections")
@Transactional(propagation = Propagation.MANDATORY)
public class CorrectionSteps {

    private final Requests requests;
    private final RequestMoves moves;
    private final YearRecords records;
    private final NewVersion versions;

    CorrectionSteps(Requests requests, RequestMoves moves, YearRecords records, NewVersion versions) {
        this.requests = requests;
        this.moves = moves;
        this.records = records;
        this.versions = versions;
    }

    /** The principal has approved: the record is made anew. */
    public void begin(String requestId) {
        Request request = requests.get(requestId);
        YearRecord record = records.lock(request.yearRecordId());
        versions.begin(
                record,
                requests.details(request, CorrectionRequest.TYPE).subjects(),
                request.reason(),
                request.askedByName());
    }

    /** It was taken back after it had begun. */
    public void giveUp(String requestId) {
        Request request = requests.get(requestId);
        YearRecord record = records.lock(request.yearRecordId());
        versions.giveUp(record, request.reason());
    }

    /** The province has taken the replacement. */
    @EventListener
    public void on(VersionAccepted accepted) {
        requests.openOf(accepted.recordId(), CorrectionRequest.TYPE)
                .filter(request -> CorrectionRequest.REWORK.equals(request.step()))
                .ifPresent(request -> moves.tell(request, "hocba.replaced"));
    }
}
