package vn.hocba.exemption;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.request.CancelRequest;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;

/** Whoever asked or the principal takes it back. */
@Component
class CancelExemption extends CancelRequest<ExemptionDetails> {

    CancelExemption(RequestMoves moves) {
        super(ExemptionRequest.TYPE, Set.of(ExemptionRequest.DECIDE), moves);
    }

    @Override
    public boolean isFor(CurrentUser who, Request request, ExemptionDetails details) {
        return request.wasAskedBy(who) || Right.CALL_OFF_REQUESTS.isOf(who, request.schoolId());
    }

    @Override
    public Offer offer(Request request, ExemptionDetails details) {
        return Offer.possible(name(), "reason");
    }
}
