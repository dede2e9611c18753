package vn.hocba.supplement;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.RefuseRequest;
import vn.hocba.request.RequestMoves;

/** The principal does not send it on, or the Sở does not agree. */
@Component
class RefuseSupplement extends RefuseRequest<SupplementDetails> {

    RefuseSupplement(RequestMoves moves) {
        super(
                SupplementRequest.TYPE,
                Right.REFUSE_SUPPLEMENT,
                Set.of(SupplementRequest.ENDORSE, SupplementRequest.DECIDE),
                moves);
    }
}
