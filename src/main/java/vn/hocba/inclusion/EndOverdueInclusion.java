package vn.hocba.inclusion;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.request.EndOverdue;
import vn.hocba.request.Overdue;
import vn.hocba.request.RequestMoves;

/** What the principal has not decided in time: the pupil is measured as before. */
@Component
class EndOverdueInclusion extends EndOverdue<InclusionDetails> {

    EndOverdueInclusion(RequestMoves moves, Overdue overdue) {
        super(InclusionRequest.TYPE, Set.of(InclusionRequest.DECIDE), moves, overdue);
    }
}
