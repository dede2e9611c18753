package vn.hocba.promotion;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.request.EndOverdue;
import vn.hocba.request.NoDetails;
import vn.hocba.request.Overdue;
import vn.hocba.request.RequestMoves;

/** What the principal has not decided in time: the record can be signed as soon as it is asked anew. */
@Component
class EndOverduePromotion extends EndOverdue<NoDetails> {

    EndOverduePromotion(RequestMoves moves, Overdue overdue) {
        super(PromotionRequest.TYPE, Set.of(PromotionRequest.DECIDE), moves, overdue);
    }
}
