package vn.hocba.exemption;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.request.EndOverdue;
import vn.hocba.request.Overdue;
import vn.hocba.request.RequestMoves;

/** What the principal has not decided in time: the pupil learns the subject as before. */
@Component
class EndOverdueExemption extends EndOverdue<ExemptionDetails> {

    EndOverdueExemption(RequestMoves moves, Overdue overdue) {
        super(ExemptionRequest.TYPE, Set.of(ExemptionRequest.DECIDE), moves, overdue);
    }
}
