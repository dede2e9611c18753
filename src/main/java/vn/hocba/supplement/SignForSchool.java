package vn.hocba.supplement;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.request.Input;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.ToSign;

/** The head of the school, or who acts as such by delegation, signs what the Sở decided; only then it is sealed. */
@Component
class SignForSchool extends SignsSupplement {

    private final SupplementPapers papers;
    private final Requests requests;
    private final RequestMoves moves;

    SignForSchool(SupplementPapers papers, Requests requests, RequestMoves moves, Session session) {
        super("sign-school", Right.SIGN_SUPPLEMENT, SupplementRequest.SIGN_SCHOOL, session);
        this.papers = papers;
        this.requests = requests;
        this.moves = moves;
    }

    @Override
    public KeyHolder holder(Request request, SupplementDetails details) {
        return KeyHolder.person(user().staffId());
    }

    @Override
    public ToSign sign(Request request, SupplementDetails details, Input input, Instant signedAt) {
        return papers.toBegin(request, details, () -> {
            requests.keep(request, details.signedForSchool(user()));
            moves.decide(request, SupplementRequest.SIGN_SCHOOL, "SIGNED", null, List.of());
        });
    }
}
