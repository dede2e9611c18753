package vn.hocba.correction;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;

/** The principal agrees: the record is opened for its next version at once. */
@Component
class ApproveCorrection implements RequestAction<CorrectionDetails> {

    private final CorrectionRules rules;
    private final ByTwo byTwo;
    private final RequestMoves moves;
    private final YearRecords records;

    ApproveCorrection(CorrectionRules rules, ByTwo byTwo, RequestMoves moves, YearRecords records) {
        this.rules = rules;
        this.byTwo = byTwo;
        this.moves = moves;
        this.records = records;
    }

    @Override
    public String name() {
        return type().action("approve");
    }

    @Override
    public Right right() {
        return Right.DECIDE_CORRECTION;
    }

    @Override
    public RequestType<CorrectionDetails> type() {
        return CorrectionRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(CorrectionRequest.DECIDE);
    }

    @Override
    public Offer offer(Request request, CorrectionDetails details) {
        return Offer.possible(name(), "note")
                .unless(rules.obstacle(records.get(request.yearRecordId()), request)
                        .or(() -> byTwo.obstacle(request)));
    }

    @Override
    public void take(Request request, CorrectionDetails details, Input input) {
        moves.decide(request, CorrectionRequest.DECIDE, "APPROVED", input.text("note"), List.of());
    }
}
