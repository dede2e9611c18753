package vn.hocba.transfer;

import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestType;

/** What was in the way of some pupils is done: they go over now. */
@Component
class GoOnWithClasses implements RequestAction<ClassesDetails> {

    private final RemainingPupils remaining;
    private final ApplicationEventPublisher events;

    GoOnWithClasses(RemainingPupils remaining, ApplicationEventPublisher events) {
        this.remaining = remaining;
        this.events = events;
    }

    @Override
    public String name() {
        return type().action("go-on");
    }

    @Override
    public Right right() {
        return Right.DECIDE_TRANSFER;
    }

    @Override
    public RequestType<ClassesDetails> type() {
        return ClassesRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(ClassesRequest.MOVE);
    }

    @Override
    public Offer offer(Request request, ClassesDetails details) {
        return Offer.possible(name(), null);
    }

    @Override
    public void take(Request request, ClassesDetails details, Input input) {
        events.publishEvent(MoveClasses.Accepted.of(request, details, remaining));
    }
}
