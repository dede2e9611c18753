package vn.hocba.request;

import java.util.Set;
import vn.hocba.identity.CurrentUser;

/** Takes a request back; its process undoes what has to be undone. Where a kind says nothing else, who asked may. */
public abstract class CancelRequest<D> implements RequestAction<D> {

    private final RequestType<D> type;
    private final Set<String> steps;
    private final RequestMoves moves;

    protected CancelRequest(RequestType<D> type, Set<String> steps, RequestMoves moves) {
        this.type = type;
        this.steps = steps;
        this.moves = moves;
    }

    @Override
    public String name() {
        return type.action("cancel");
    }

    @Override
    public int place() {
        return 2;
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
    public boolean isFor(CurrentUser who, Request request, D details) {
        return request.wasAskedBy(who);
    }

    @Override
    public Offer offer(Request request, D details) {
        return Offer.possible(name(), "refuse");
    }

    @Override
    public void take(Request request, D details, Input input) {
        moves.cancel(request, input.text("reason"));
    }
}
