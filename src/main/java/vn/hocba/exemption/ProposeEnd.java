package vn.hocba.exemption;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.RequestMoves;

/** Whoever teaches the subject, the homeroom teacher or the office proposes to the head that the pupil is assessed in it again. */
@Component
class ProposeEnd extends AskExemption {

    ProposeEnd(ExemptionRules rules, RequestMoves moves) {
        super("ask-end", Right.ASK_EXEMPTION, true, "exemption-ask-end", rules, moves);
    }
}
