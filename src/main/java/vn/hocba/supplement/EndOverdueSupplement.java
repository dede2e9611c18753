package vn.hocba.supplement;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.request.EndOverdue;
import vn.hocba.request.Overdue;
import vn.hocba.request.RequestMoves;

/** What the principal has not endorsed or the Sở not examined in time; from the decision on it is called off. */
@Component
class EndOverdueSupplement extends EndOverdue<SupplementDetails> {

    EndOverdueSupplement(RequestMoves moves, Overdue overdue) {
        super(SupplementRequest.TYPE, Set.of(SupplementRequest.ENDORSE, SupplementRequest.EXAMINE), moves, overdue);
    }
}
