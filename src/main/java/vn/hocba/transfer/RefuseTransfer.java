package vn.hocba.transfer;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.RefuseRequest;
import vn.hocba.request.RequestMoves;

/** The receiving principal does not take the pupil in, or the sending one does not hand over. */
@Component
class RefuseTransfer extends RefuseRequest<TransferDetails> {

    RefuseTransfer(RequestMoves moves) {
        super(
                TransferRequest.TYPE,
                Right.DECIDE_TRANSFER,
                Set.of(TransferRequest.ACCEPT, TransferRequest.RELEASE),
                moves);
    }
}
