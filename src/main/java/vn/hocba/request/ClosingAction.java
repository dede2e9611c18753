package vn.hocba.request;

import java.util.Set;
import vn.hocba.identity.Right;

/** Ends a request where it stands, with a reason that the form {@code refuse} asks for. */
abstract class ClosingAction<D> implements RequestAction<D> {

    private final RequestType<D> type;
    private final Right right;
    private final String verb;
    private final int place;
    private final Set<String> steps;

    /** @param steps at which this can be done */
    ClosingAction(RequestType<D> type, Right right, String verb, int place, Set<String> steps) {
        this.type = type;
        this.right = right;
        this.verb = verb;
        this.place = place;
        this.steps = steps;
    }

    @Override
    public String name() {
        return type.action(verb);
    }

    @Override
    public Right right() {
        return right;
    }

    @Override
    public int place() {
        return place;
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
        close(request, input.text("reason"));
    }

    abstract void close(Request request, String reason);
}
