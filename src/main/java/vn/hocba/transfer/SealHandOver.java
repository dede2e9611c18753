package vn.hocba.transfer;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;
import vn.hocba.request.SigningAction;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.ToSign;

/** The sending clerk puts the school's seal on what the head has signed; who signed personally does not seal (NĐ 30/2020 Điều 32). */
@Component
class SealHandOver implements SigningAction<TransferDetails> {

    private final HandOverPapers papers;
    private final RequestMoves moves;
    private final Session session;

    SealHandOver(HandOverPapers papers, RequestMoves moves, Session session) {
        this.papers = papers;
        this.moves = moves;
        this.session = session;
    }

    @Override
    public String name() {
        return type().action("seal");
    }

    @Override
    public Right right() {
        return Right.SEAL_HAND_OVER;
    }

    @Override
    public RequestType<TransferDetails> type() {
        return TransferRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(TransferRequest.SEAL);
    }

    @Override
    public Offer offer(Request request, TransferDetails details) {
        return Offer.possible(name(), null)
                .signing()
                .unless(
                        session.user().username().equals(details.paper().head())
                                ? Optional.of(Refused.notAllowed("transfer.own-signature"))
                                : Optional.empty());
    }

    @Override
    public KeyHolder holder(Request request, TransferDetails details) {
        return KeyHolder.unit(request.waitsUnitId());
    }

    @Override
    public ToSign sign(Request request, TransferDetails details, Input input, Instant signedAt) {
        return papers.toSeal(
                request, details, files -> moves.decide(request, TransferRequest.SEAL, "SEALED", null, files));
    }
}
