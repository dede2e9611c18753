package vn.hocba.retraction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.request.CancelRequest;
import vn.hocba.request.RequestMoves;

/** Who asked takes it back, as long as nobody has decided. */
@Component
class CancelRetraction extends CancelRequest<RetractionDetails> {

    CancelRetraction(RequestMoves moves) {
        super(RetractionRequest.TYPE, Set.of(RetractionRequest.DECIDE, RetractionRequest.ORDER), moves);
    }
}
