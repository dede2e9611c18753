package vn.hocba.promotion;

import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.NoDetails;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.SchoolId;

/** The homeroom teacher reports to the principal. */
abstract class AskPromotion implements RecordAction {

    private final String verb;
    private final PromotionRules rules;
    private final RequestMoves moves;
    private final SchoolDirectory directory;

    AskPromotion(String verb, PromotionRules rules, RequestMoves moves, SchoolDirectory directory) {
        this.verb = verb;
        this.rules = rules;
        this.moves = moves;
        this.directory = directory;
    }

    @Override
    public String name() {
        return PromotionRequest.TYPE.action(verb);
    }

    @Override
    public Right right() {
        return Right.ASK_PROMOTION;
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return Right.ASK_PROMOTION.isOf(who, record.schoolId())
                && directory.classById(record.classId()).isLedBy(who.staffId());
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(name(), "promotion-ask").unless(rules.obstacle(record));
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        return moves.open(
                PromotionRequest.TYPE, "", record, new SchoolId(record.schoolId()), null, new NoDetails(), input);
    }
}
