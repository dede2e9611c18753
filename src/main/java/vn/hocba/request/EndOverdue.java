package vn.hocba.request;

import java.util.Set;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;

/**
 * A leader of the Sở ends what nobody has answered in time, where it would wait for somebody who does not come: nothing of what was asked is done, the record is free
 * for other requests, and whoever asked reads why.
 */
public abstract class EndOverdue<D> extends CancelRequest<D> {

    private final Overdue overdue;

    protected EndOverdue(RequestType<D> type, Set<String> steps, RequestMoves moves, Overdue overdue) {
        super(type, steps, moves);
        this.overdue = overdue;
    }

    @Override
    public String name() {
        return type().action("end-overdue");
    }

    @Override
    public Right right() {
        return Right.END_OVERDUE_REQUESTS;
    }

    @Override
    public boolean isFor(CurrentUser who, Request request, D details) {
        return overdue.isBelow(who, request);
    }

    @Override
    public Offer offer(Request request, D details) {
        return super.offer(request, details).grave();
    }
}
