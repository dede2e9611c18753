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

/** A leader of the Sở signs what the school has sealed. */
@Component
class SignForProvince extends SignsSupplement {

    private final SupplementPapers papers;
    private final Requests requests;
    private final RequestMoves moves;

    SignForProvince(SupplementPapers papers, Requests requests, RequestMoves moves, Session session) {
        super("sign-province", Right.SIGN_SUPPLEMENT_FOR_PROVINCE, SupplementRequest.SIGN_PROVINCE, session);
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
        return papers.toSign(request, details, () -> {
            requests.keep(request, details.signedForProvince(user()));
            moves.decide(request, SupplementRequest.SIGN_PROVINCE, "SIGNED", null, List.of());
        });
    }
}
