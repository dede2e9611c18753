package vn.hocba.exemption;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.cutoff.BeforeFreeze;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.RequestEnded;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.shared.Texts;

/** What the principal has not decided at the cut-off is cancelled: the version that it is about is given up. */
@Component
class StopExemptions implements BeforeFreeze {

    private final Requests requests;
    private final RequestMoves moves;
    private final YearRecords records;

    StopExemptions(Requests requests, RequestMoves moves, YearRecords records) {
        this.requests = requests;
        this.moves = moves;
        this.records = records;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> beforeFreeze(List<YearRecord> records, Map<String, Integer> accepted) {
        requests.openOf(records.stream().map(YearRecord::id).toList()).stream()
                .filter(ExemptionRequest.TYPE::is)
                .forEach(request -> moves.cancel(request, Texts.vi("exemption.cut-off")));
        return Set.of();
    }

    /** With another request the version may have ended that this one is about, as when a correction is taken back: the subject stays as it was. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestEnded ended) {
        if (ended.yearRecordId() != null
                && !records.get(ended.yearRecordId()).state().isOpenForEntry()) {
            requests.openOf(List.of(ended.yearRecordId())).stream()
                    .filter(ExemptionRequest.TYPE::is)
                    .forEach(request -> moves.cancel(request, Texts.vi("exemption.given-up")));
        }
    }
}
