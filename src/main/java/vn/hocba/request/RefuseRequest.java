package vn.hocba.request;

import java.util.List;
import java.util.Set;
import vn.hocba.identity.Right;

/** Whoever has to act says no, with a reason; each kind names the steps at which that can be said. */
public abstract class RefuseRequest<D> extends ClosingAction<D> {

    private final RequestMoves moves;

    protected RefuseRequest(RequestType<D> type, Right right, Set<String> steps, RequestMoves moves) {
        super(type, right, "refuse", 1, steps);
        this.moves = moves;
    }

    @Override
    void close(Request request, String reason) {
        moves.decide(request, request.step(), "REFUSED", reason, List.of());
    }
}
