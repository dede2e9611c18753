package vn.hocba.retraction;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;

/** The principal agrees: the record is taken back at once. */
@Component
class ApproveRetraction implements RequestAction<RetractionDetails> {

    private final RequestMoves moves;
    private final RetractionRules rules;

    ApproveRetraction(RequestMoves moves, RetractionRules rules) {
        this.moves = moves;
        this.rules = rules;
    }

    @Override
    public String name() {
        return type().action("approve");
    }

    @Override
    public Right right() {
        return Right.DECIDE_RETRACTION;
    }

    @Override
    public RequestType<RetractionDetails> type() {
        return RetractionRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(RetractionRequest.DECIDE);
    }

    @Override
    public Offer offer(Request request, RetractionDetails details) {
        return Offer.possible(name(), "note").unless(rules.alone(request)).grave();
    }

    @Override
    public void take(Request request, RetractionDetails details, Input input) {
        moves.decide(request, RetractionRequest.DECIDE, "APPROVED", input.text("note"), List.of());
    }
}
