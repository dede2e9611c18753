package vn.hocba.retraction;

import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.shared.SchoolId;

/** After the freeze the clerk or the principal asks the Sở. */
@Component
class AskProvinceForRetraction implements RecordAction {

    private final RetractionRules rules;
    private final RequestMoves moves;

    AskProvinceForRetraction(RetractionRules rules, RequestMoves moves) {
        this.rules = rules;
        this.moves = moves;
    }

    @Override
    public String name() {
        return RetractionRequest.TYPE.action("ask-province");
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return RetractionRules.isOffice(who, record);
    }

    @Override
    public boolean isAt(YearRecord record) {
        return record.state() == RecordState.FROZEN;
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(name(), "retraction-ask")
                .unless(rules.obstacle(record))
                .grave();
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        return moves.open(
                RetractionRequest.TYPE,
                RetractionRequest.ORDER,
                record,
                new SchoolId(record.schoolId()),
                null,
                RetractionDetails.UNDECIDED,
                input);
    }
}
