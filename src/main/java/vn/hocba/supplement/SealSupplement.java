package vn.hocba.supplement;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.request.Input;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.ToSign;

/** The clerk puts the school's seal on what was signed for the school. */
@Component
class SealSupplement extends SignsSupplement {

    private final SupplementPapers papers;
    private final RequestMoves moves;

    SealSupplement(SupplementPapers papers, RequestMoves moves, Session session) {
        super("seal", Right.SEAL_SUPPLEMENT, SupplementRequest.SEAL_SCHOOL, session);
        this.papers = papers;
        this.moves = moves;
    }

    @Override
    String barred(Request request, SupplementDetails details) {
        return details.head();
    }

    @Override
    public KeyHolder holder(Request request, SupplementDetails details) {
        return KeyHolder.unit(request.waitsUnitId());
    }

    @Override
    public ToSign sign(Request request, SupplementDetails details, Input input, Instant signedAt) {
        return papers.toSeal(
                request,
                details,
                () -> moves.decide(request, SupplementRequest.SEAL_SCHOOL, "SEALED", null, List.of()));
    }
}
