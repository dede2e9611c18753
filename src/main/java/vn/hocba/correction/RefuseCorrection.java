package vn.hocba.correction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.RefuseRequest;
import vn.hocba.request.RequestMoves;

/** The principal leaves the record as it is. */
@Component
class RefuseCorrection extends RefuseRequest<CorrectionDetails> {

    RefuseCorrection(RequestMoves moves) {
        super(CorrectionRequest.TYPE, Right.DECIDE_CORRECTION, Set.of(CorrectionRequest.DECIDE), moves);
    }
}
