package vn.hocba.retraction;

import java.time.Clock;
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

/** The Sở decides as the school has asked, with number and day of its paper. */
@Component
class DecreeRetraction implements RequestAction<RetractionDetails> {

    private final Requests requests;
    private final RequestMoves moves;
    private final Clock clock;

    DecreeRetraction(Requests requests, RequestMoves moves, Clock clock) {
        this.requests = requests;
        this.moves = moves;
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
        return Offer.possible(name(), "retraction-order").grave();
    }

    @Override
    public void take(Request request, RetractionDetails details, Input input) {
        requests.keep(request, RetractionDetails.of(input, clock));
        moves.decide(request, RetractionRequest.ORDER, "APPROVED", input.text("reason"), input.evidence());
    }
}
