package vn.hocba.retraction;

import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.shared.SchoolId;

/** The clerk or the principal asks for a record to be taken back: of the principal before the freeze, of the Sở after it. */
abstract class AskToTakeBack implements RecordAction {

    private final RetractionRules rules;
    private final RequestMoves moves;
    private final String name;
    private final String way;
    private final RetractionDetails details;

    /**
     * @param way of the model, which says who decides; empty before the freeze
     * @param details what is known when it is asked for
     */
    AskToTakeBack(RetractionRules rules, RequestMoves moves, String name, String way, RetractionDetails details) {
        this.rules = rules;
        this.moves = moves;
        this.name = name;
        this.way = way;
        this.details = details;
    }

    @Override
    public final String name() {
        return RetractionRequest.TYPE.action(name);
    }

    @Override
    public Right right() {
        return Right.ASK_RETRACTION;
    }

    @Override
    public final boolean isFor(CurrentUser who, YearRecord record) {
        return RetractionRules.isOffice(who, record);
    }

    @Override
    public final boolean isAt(YearRecord record) {
        return (record.state() == RecordState.FROZEN) == way.equals(RetractionRequest.ORDER);
    }

    @Override
    public final Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(name(), "retraction-ask")
                .unless(rules.obstacle(record))
                .grave();
    }

    @Override
    public final String take(YearRecord record, Input input, CurrentUser who) {
        return moves.open(RetractionRequest.TYPE, way, record, new SchoolId(record.schoolId()), null, details, input);
    }
}
