package vn.hocba.supplement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;
import vn.hocba.request.SigningAction;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.ToSign;

/** The clerk puts the school's seal on what the Sở decided. */
@Component
class SealSupplement implements SigningAction<SupplementDetails> {

    private final SupplementPapers papers;
    private final RequestMoves moves;

    SealSupplement(SupplementPapers papers, RequestMoves moves) {
        this.papers = papers;
        this.moves = moves;
    }

    @Override
    public String name() {
        return type().action("seal");
    }

    @Override
    public Right right() {
        return Right.SEAL_SUPPLEMENT;
    }

    @Override
    public RequestType<SupplementDetails> type() {
        return SupplementRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(SupplementRequest.SEAL_SCHOOL);
    }

    @Override
    public Offer offer(Request request, SupplementDetails details) {
        return Offer.possible(name(), null).signing();
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
