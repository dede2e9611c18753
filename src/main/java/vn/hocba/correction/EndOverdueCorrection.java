package vn.hocba.correction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.request.EndOverdue;
import vn.hocba.request.Overdue;
import vn.hocba.request.RequestMoves;

/** What the principal has not decided in time. */
@Component
class EndOverdueCorrection extends EndOverdue<CorrectionDetails> {

    EndOverdueCorrection(RequestMoves moves, Overdue overdue) {
        super(CorrectionRequest.TYPE, Set.of(CorrectionRequest.DECIDE), moves, overdue);
    }
}
