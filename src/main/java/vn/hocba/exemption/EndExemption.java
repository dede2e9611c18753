package vn.hocba.exemption;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.Input;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;

/** The head ends an exemption without anybody's proposal. */
@Component
class EndExemption extends AskExemption {

    private final Requests requests;
    private final Exempting exempting;

    EndExemption(ExemptionRules rules, RequestMoves moves, Requests requests, Exempting exempting) {
        super("end", Right.DECIDE_EXEMPTION, true, "exemption-end", rules, moves);
        this.requests = requests;
        this.exempting = exempting;
    }

    @Override
    void asked(String id, ExemptionDetails details, Input input) {
        exempting.approve(requests.get(id), details, input);
    }
}
