package vn.hocba.retraction;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.SchoolId;

/** After the freeze somebody of the Sở prepares a decision on its own; a leader, who is somebody else, gives it. */
@Component
class OrderRetraction implements RecordAction {

    private final RetractionRules rules;
    private final RequestMoves moves;
    private final SchoolDirectory directory;
    private final Clock clock;

    OrderRetraction(RetractionRules rules, RequestMoves moves, SchoolDirectory directory, Clock clock) {
        this.rules = rules;
        this.moves = moves;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return RetractionRequest.TYPE.action("order");
    }

    @Override
    public Right right() {
        return Right.PROPOSE_RETRACTION;
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return Right.PROPOSE_RETRACTION.reaches(
                who, directory.unit(record.schoolId()).path());
    }

    @Override
    public boolean isAt(YearRecord record) {
        return record.state() == RecordState.FROZEN;
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(name(), "retraction-order")
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
                RetractionDetails.of(input, clock),
                input);
    }
}
