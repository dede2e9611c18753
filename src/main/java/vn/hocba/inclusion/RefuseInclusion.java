package vn.hocba.inclusion;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.RefuseRequest;
import vn.hocba.request.RequestMoves;

/** The pupil goes on being assessed as until now. */
@Component
class RefuseInclusion extends RefuseRequest<InclusionDetails> {

    RefuseInclusion(RequestMoves moves) {
        super(InclusionRequest.TYPE, Right.DECIDE_INCLUSION, Set.of(InclusionRequest.DECIDE), moves);
    }
}
