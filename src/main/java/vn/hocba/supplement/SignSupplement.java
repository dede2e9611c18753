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

/** An officer of the Sở signs what the school has sealed; the document then stands beside the record. */
@Component
class SignSupplement implements SigningAction<SupplementDetails> {

    private final SupplementPapers papers;
    private final RequestMoves moves;

    SignSupplement(SupplementPapers papers, RequestMoves moves) {
        this.papers = papers;
        this.moves = moves;
    }

    @Override
    public String name() {
        return type().action("sign");
    }

    @Override
    public Right right() {
        return Right.DECIDE_SUPPLEMENT;
    }

    @Override
    public RequestType<SupplementDetails> type() {
        return SupplementRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(SupplementRequest.SEAL_PROVINCE);
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
        return papers.toSign(
                request,
                details,
                () -> moves.decide(request, SupplementRequest.SEAL_PROVINCE, "SIGNED", null, List.of()));
    }
}
