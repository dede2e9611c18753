package vn.hocba.exemption;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.RefuseRequest;
import vn.hocba.request.RequestMoves;

/** The pupil goes on as until now in this subject. */
@Component
class RefuseExemption extends RefuseRequest<ExemptionDetails> {

    RefuseExemption(RequestMoves moves) {
        super(ExemptionRequest.TYPE, Right.DECIDE_EXEMPTION, Set.of(ExemptionRequest.DECIDE), moves);
    }
}
