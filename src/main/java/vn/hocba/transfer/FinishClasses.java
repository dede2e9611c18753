package vn.hocba.transfer;

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

/** Whoever has not gone over stays: the receiving principal ends it with the reason. */
@Component
class FinishClasses implements RequestAction<ClassesDetails> {

    private final RequestMoves moves;

    FinishClasses(RequestMoves moves) {
        this.moves = moves;
    }

    @Override
    public String name() {
        return type().action("finish");
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
    public int place() {
        return 1;
    }

    @Override
    public Set<String> steps() {
        return Set.of(ClassesRequest.MOVE);
    }

    @Override
    public Offer offer(Request request, ClassesDetails details) {
        return Offer.possible(name(), "reason").grave();
    }

    @Override
    public void take(Request request, ClassesDetails details, Input input) {
        moves.decide(request, ClassesRequest.MOVE, "FINISHED", input.text("reason"), List.of());
    }
}
