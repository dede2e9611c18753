package vn.hocba.retraction;

import java.time.Clock;
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
import vn.hocba.request.Requests;

/** A leader of the Sở decides: as the school has asked, with number and day of the paper, or what somebody else of the Sở has prepared. */
@Component
class DecreeRetraction implements RequestAction<RetractionDetails> {

    private final Requests requests;
    private final RequestMoves moves;
    private final RetractionRules rules;
    private final Clock clock;

    DecreeRetraction(Requests requests, RequestMoves moves, RetractionRules rules, Clock clock) {
        this.requests = requests;
        this.moves = moves;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String name() {
        return type().action("decree");
    }

    @Override
    public Right right() {
        return Right.ORDER_RETRACTION;
    }

    @Override
    public RequestType<RetractionDetails> type() {
        return RetractionRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(RetractionRequest.ORDER);
    }

    @Override
    public Offer offer(Request request, RetractionDetails details) {
        return Offer.possible(name(), details.isOfProvince() ? "note" : "retraction-order")
                .grave()
                .unless(rules.prepared(request));
    }

    @Override
    public void take(Request request, RetractionDetails details, Input input) {
        if (details.isOfProvince()) {
            moves.decide(request, RetractionRequest.ORDER, "APPROVED", input.text("note"), List.of());
            return;
        }
        requests.keep(request, RetractionDetails.of(input, clock));
        moves.decide(request, RetractionRequest.ORDER, "APPROVED", input.text("reason"), input.evidence());
    }
}
