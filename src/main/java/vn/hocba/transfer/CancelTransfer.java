package vn.hocba.transfer;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.request.CancelRequest;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;

/** Who asked, or the principal there, takes it back, up to the move. */
@Component
class CancelTransfer extends CancelRequest<TransferDetails> {

    CancelTransfer(RequestMoves moves) {
        super(
                TransferRequest.TYPE,
                Set.of(TransferRequest.ACCEPT, TransferRequest.RELEASE, TransferRequest.SEAL, TransferRequest.MOVE),
                moves);
    }

    @Override
    public boolean isFor(CurrentUser who, Request request, TransferDetails details) {
        return request.wasAskedBy(who) || Right.CALL_OFF_REQUESTS.isOf(who, request.schoolId());
    }

    @Override
    public Offer offer(Request request, TransferDetails details) {
        return super.offer(request, details).grave();
    }
}
