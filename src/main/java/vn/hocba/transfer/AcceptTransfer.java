package vn.hocba.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;
import vn.hocba.transfer.TransferDetails.Way;

/** The receiving principal takes the pupil in and chooses a class. */
@Component
class AcceptTransfer implements RequestAction<TransferDetails> {

    private final TransferRules rules;
    private final Requests requests;
    private final RequestMoves moves;
    private final YearRecords records;

    AcceptTransfer(TransferRules rules, Requests requests, RequestMoves moves, YearRecords records) {
        this.rules = rules;
        this.requests = requests;
        this.moves = moves;
        this.records = records;
    }

    @Override
    public String name() {
        return type().action("accept");
    }

    @Override
    public Right right() {
        return Right.DECIDE_TRANSFER;
    }

    @Override
    public RequestType<TransferDetails> type() {
        return TransferRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(TransferRequest.ACCEPT);
    }

    @Override
    public Offer offer(Request request, TransferDetails details) {
        Map<String, String> classes = classes(request, details);
        return Offer.possible(name(), "transfer-accept", Map.of("classes", classes))
                .unless(Optional.of(noClass()).filter(none -> classes.isEmpty()));
    }

    private Map<String, String> classes(Request request, TransferDetails details) {
        return details.way() == Way.IN
                ? rules.classes(request.schoolId(), request.schoolYear(), details.grade())
                : rules.classes(records.get(request.yearRecordId()), details.to());
    }

    private static Refused noClass() {
        return Refused.notFound("transfer.no-class");
    }

    @Override
    public void take(Request request, TransferDetails details, Input input) {
        String chosen = input.text("class");
        if (!classes(request, details).containsKey(chosen)) {
            throw noClass();
        }
        requests.keep(request, details.into(chosen));
        moves.decide(
                request,
                TransferRequest.ACCEPT,
                details.way() == Way.IN ? "ACCEPTED_IN" : "ACCEPTED",
                input.text("note"),
                List.of());
    }
}
