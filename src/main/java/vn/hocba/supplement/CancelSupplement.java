package vn.hocba.supplement;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.request.CancelRequest;
import vn.hocba.request.RequestMoves;

/** Who asked takes it back, up to the decision of the Sở. */
@Component
class CancelSupplement extends CancelRequest<SupplementDetails> {

    CancelSupplement(RequestMoves moves) {
        super(
                SupplementRequest.TYPE,
                Set.of(SupplementRequest.ENDORSE, SupplementRequest.EXAMINE, SupplementRequest.DECIDE),
                moves);
    }
}
