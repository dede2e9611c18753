package vn.hocba.exemption;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.Input;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;

/** The head exempts a pupil without anybody's proposal. */
@Component
class GrantExemption extends AskExemption {

    private final Requests requests;
    private final Exempting exempting;

    GrantExemption(ExemptionRules rules, RequestMoves moves, Requests requests, Exempting exempting) {
        super("grant", Right.DECIDE_EXEMPTION, false, "exemption-grant", rules, moves);
        this.requests = requests;
        this.exempting = exempting;
    }

    @Override
    void asked(String id, ExemptionDetails details, Input input) {
        exempting.approve(requests.get(id), details, input);
    }
}
