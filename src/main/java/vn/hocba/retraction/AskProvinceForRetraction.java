package vn.hocba.retraction;

import org.springframework.stereotype.Component;
import vn.hocba.request.RequestMoves;

/** After the freeze the clerk or the principal asks the Sở. */
@Component
class AskProvinceForRetraction extends AskToTakeBack {

    AskProvinceForRetraction(RetractionRules rules, RequestMoves moves) {
        super(rules, moves, "ask-province", RetractionRequest.ORDER, RetractionDetails.UNDECIDED);
    }
}
