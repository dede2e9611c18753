package vn.hocba.supplement;

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

/** The principal sends on to the Sở what the clerk asked for. */
@Component
class EndorseSupplement implements RequestAction<SupplementDetails> {

    private final RequestMoves moves;

    EndorseSupplement(RequestMoves moves) {
        this.moves = moves;
    }

    @Override
    public String name() {
        return type().action("endorse");
    }

    @Override
    public Right right() {
        return Right.ENDORSE_SUPPLEMENT;
    }

    @Override
    public RequestType<SupplementDetails> type() {
        return SupplementRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(SupplementRequest.ENDORSE);
    }

    @Override
    public Offer offer(Request request, SupplementDetails details) {
        return Offer.possible(name(), "note");
    }

    @Override
    public void take(Request request, SupplementDetails details, Input input) {
        moves.decide(request, SupplementRequest.ENDORSE, "ENDORSED", input.text("note"), List.of());
    }
}
