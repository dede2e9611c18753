package vn.hocba.request;

import java.util.List;
import java.util.Set;

/** Whoever has to act says no, with a reason; each kind names the steps at which that can be said. */
public abstract class RefuseRequest<D> implements RequestAction<D> {

    private final RequestType<D> type;
    private final Set<String> steps;
    private final RequestMoves moves;

    protected RefuseRequest(RequestType<D> type, Set<String> steps, RequestMoves moves) {
        this.type = type;
        this.steps = steps;
        this.moves = moves;
    }

    @Override
    public String name() {
        return type.action("refuse");
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public RequestType<D> type() {
        return type;
    }

    @Override
    public Set<String> steps() {
        return steps;
    }

    @Override
    public Offer offer(Request request, D details) {
        return Offer.possible(name(), "refuse");
    }

    @Override
    public void take(Request request, D details, Input input) {
        moves.decide(request, request.step(), "REFUSED", input.text("reason"), List.of());
    }
}
