package vn.hocba.request;

import java.util.Set;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;

/** Takes a request back; its process undoes what has to be undone. Where a kind says nothing else, who asked may. */
public abstract class CancelRequest<D> extends ClosingAction<D> {

    private final RequestMoves moves;

    protected CancelRequest(RequestType<D> type, Set<String> steps, RequestMoves moves) {
        super(type, Right.TAKE_BACK_REQUESTS, "cancel", 2, steps);
        this.moves = moves;
    }

    @Override
    public boolean isFor(CurrentUser who, Request request, D details) {
        return request.wasAskedBy(who);
    }

    @Override
    void close(Request request, String reason) {
        moves.cancel(request, reason);
    }
}
