package vn.hocba.supplement;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.request.CancelRequest;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;

/** The way out when a document cannot be signed any more, or should not be: nobody waits forever, and no supplement blocks a retraction. */
@Component
class CallOffSupplement extends CancelRequest<SupplementDetails> {

    private final SupplementPapers papers;

    CallOffSupplement(RequestMoves moves, SupplementPapers papers) {
        super(
                SupplementRequest.TYPE,
                Set.of(
                        SupplementRequest.SIGN_SCHOOL,
                        SupplementRequest.SEAL_SCHOOL,
                        SupplementRequest.SIGN_PROVINCE,
                        SupplementRequest.SEAL_PROVINCE),
                moves);
        this.papers = papers;
    }

    @Override
    public String name() {
        return type().action("call-off");
    }

    @Override
    public Right right() {
        return Right.CALL_OFF_SUPPLEMENT;
    }

    @Override
    public boolean isFor(CurrentUser who, Request request, SupplementDetails details) {
        return Right.CALL_OFF_SUPPLEMENT.isOf(who, papers.province(request).id());
    }

    @Override
    public Offer offer(Request request, SupplementDetails details) {
        return super.offer(request, details).grave();
    }

    @Override
    public void take(Request request, SupplementDetails details, Input input) {
        papers.discard(request);
        super.take(request, details, input);
    }
}
