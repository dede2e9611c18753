package vn.hocba.retraction;

import org.springframework.stereotype.Component;
import vn.hocba.request.RequestMoves;
import vn.hocba.retraction.RetractionDetails.Then;

/** Before the freeze the clerk or the principal asks the principal to take a record back for good: of the wrong pupil, a duplicate. */
@Component
class AskRetraction extends AskToTakeBack {

    AskRetraction(RetractionRules rules, RequestMoves moves) {
        super(rules, moves, "ask", "", RetractionDetails.ofSchool(Then.ANOTHER));
    }
}
