package vn.hocba.retraction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.RefuseRequest;
import vn.hocba.request.RequestMoves;

/** The principal, or the Sở, leaves the record in effect. */
@Component
class RefuseRetraction extends RefuseRequest<RetractionDetails> {

    RefuseRetraction(RequestMoves moves) {
        super(
                RetractionRequest.TYPE,
                Right.REFUSE_RETRACTION,
                Set.of(RetractionRequest.DECIDE, RetractionRequest.ORDER),
                moves);
    }
}
