package vn.hocba.promotion;

import java.util.List;
import java.util.Set;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Input;
import vn.hocba.request.NoDetails;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;

/** The principal decides, and the record says so. */
abstract class DecidePromotion implements RequestAction<NoDetails> {

    private final String verb;
    private final String decision;
    private final boolean promoted;
    private final boolean byPlan;
    private final PromotionRules rules;
    private final RequestMoves moves;
    private final YearRecords records;

    DecidePromotion(
            String verb,
            String decision,
            boolean promoted,
            boolean byPlan,
            PromotionRules rules,
            RequestMoves moves,
            YearRecords records) {
        this.verb = verb;
        this.decision = decision;
        this.promoted = promoted;
        this.byPlan = byPlan;
        this.rules = rules;
        this.moves = moves;
        this.records = records;
    }

    @Override
    public String name() {
        return type().action(verb);
    }

    @Override
    public Right right() {
        return Right.DECIDE_PROMOTION;
    }

    @Override
    public RequestType<NoDetails> type() {
        return PromotionRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(PromotionRequest.DECIDE);
    }

    /** The words of a decision by plan are others: completing it and going on are one. */
    @Override
    public boolean isFor(CurrentUser who, Request request, NoDetails details) {
        return request.waitsFor(who)
                && records.get(request.yearRecordId()).assessedBy().hasResult() != byPlan;
    }

    @Override
    public Offer offer(Request request, NoDetails details) {
        return Offer.possible(name(), "reason").unless(rules.outdated(records.get(request.yearRecordId())));
    }

    @Override
    public void take(Request request, NoDetails details, Input input) {
        YearRecord record = records.get(request.yearRecordId());
        moves.decide(request, PromotionRequest.DECIDE, decision, input.text("reason"), List.of());
        records.decidePromotion(record, promoted);
    }
}
