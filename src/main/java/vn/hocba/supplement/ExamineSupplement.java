package vn.hocba.supplement;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;
import vn.hocba.request.Requests;

/** An officer of the Sở examines what a school asks for and says what the leader should decide, either way. */
@Component
class ExamineSupplement implements RequestAction<SupplementDetails> {

    private final Requests requests;
    private final RequestMoves moves;
    private final Session session;

    ExamineSupplement(Requests requests, RequestMoves moves, Session session) {
        this.requests = requests;
        this.moves = moves;
        this.session = session;
    }

    @Override
    public String name() {
        return type().action("examine");
    }

    @Override
    public Right right() {
        return Right.EXAMINE_SUPPLEMENT;
    }

    @Override
    public RequestType<SupplementDetails> type() {
        return SupplementRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(SupplementRequest.EXAMINE);
    }

    @Override
    public Offer offer(Request request, SupplementDetails details) {
        return Offer.possible(name(), "supplement-examine");
    }

    @Override
    public void take(Request request, SupplementDetails details, Input input) {
        requests.keep(request, details.examined(session.user(), input.text("reason")));
        moves.decide(request, SupplementRequest.EXAMINE, "PROPOSED", input.text("reason"), input.evidence());
    }
}
