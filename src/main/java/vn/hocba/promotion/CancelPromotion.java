package vn.hocba.promotion;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.request.CancelRequest;
import vn.hocba.request.NoDetails;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;

/** The homeroom teacher or the principal takes it back. */
@Component
class CancelPromotion extends CancelRequest<NoDetails> {

    CancelPromotion(RequestMoves moves) {
        super(PromotionRequest.TYPE, Set.of(PromotionRequest.DECIDE), moves);
    }

    @Override
    public boolean isFor(CurrentUser who, Request request, NoDetails details) {
        return request.wasAskedBy(who) || Right.CALL_OFF_REQUESTS.isOf(who, request.schoolId());
    }

    @Override
    public Offer offer(Request request, NoDetails details) {
        return Offer.possible(name(), "reason");
    }
}
