package vn.hocba.retraction;

import org.springframework.stereotype.Component;
import vn.hocba.request.RequestMoves;
import vn.hocba.retraction.RetractionDetails.Then;

/** Before the freeze the clerk or the principal asks the principal to take a record back, so that the school makes it anew and hands it in again. */
@Component
class AskToMakeAnew extends AskToTakeBack {

    AskToMakeAnew(RetractionRules rules, RequestMoves moves) {
        super(rules, moves, "ask-anew", "", RetractionDetails.ofSchool(Then.AGAIN));
    }
}
