package vn.hocba.transfer;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;
import vn.hocba.request.Requests;
import vn.hocba.shared.Texts;

/** The sending clerk writes down that the other side has the record. */
@Component
class ConfirmTransfer implements RequestAction<TransferDetails> {

    private final Requests requests;
    private final RequestMoves moves;
    private final ArrivalCases cases;
    private final Clock clock;

    ConfirmTransfer(Requests requests, RequestMoves moves, ArrivalCases cases, Clock clock) {
        this.requests = requests;
        this.moves = moves;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String name() {
        return type().action("receipt");
    }

    @Override
    public Right right() {
        return Right.CONFIRM_TRANSFER;
    }

    @Override
    public RequestType<TransferDetails> type() {
        return TransferRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(TransferRequest.RECEIPT);
    }

    @Override
    public Offer offer(Request request, TransferDetails details) {
        return Offer.possible(name(), "transfer-receipt");
    }

    @Override
    public void take(Request request, TransferDetails details, Input input) {
        TransferDetails confirmed =
                details.confirmed(input.text("number"), input.dayUntilToday("day", clock, "transfer.future-day"));
        requests.keep(request, confirmed);
        cases.close(request, ArrivalOutcome.ARRIVED, confirmed.number(), Texts.vi("transfer.arrival.receipt"));
        moves.decide(request, TransferRequest.RECEIPT, "CONFIRMED", null, input.evidence());
    }
}
