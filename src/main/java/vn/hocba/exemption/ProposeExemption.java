package vn.hocba.exemption;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.RequestMoves;

/** Whoever teaches the subject, the homeroom teacher or the office proposes it to the head. */
@Component
class ProposeExemption extends AskExemption {

    ProposeExemption(ExemptionRules rules, RequestMoves moves) {
        super("ask", Right.ASK_EXEMPTION, false, "exemption-ask", rules, moves);
    }
}
