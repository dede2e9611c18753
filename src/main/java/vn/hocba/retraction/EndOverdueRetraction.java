package vn.hocba.retraction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.request.EndOverdue;
import vn.hocba.request.Overdue;
import vn.hocba.request.RequestMoves;

/** What the principal has not decided in time; what waits for the Sở its leader refuses. */
@Component
class EndOverdueRetraction extends EndOverdue<RetractionDetails> {

    EndOverdueRetraction(RequestMoves moves, Overdue overdue) {
        super(RetractionRequest.TYPE, Set.of(RetractionRequest.DECIDE), moves, overdue);
    }
}
