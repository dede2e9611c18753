package vn.hocba.transfer;

import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;
import vn.hocba.request.SigningAction;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.ToSign;

/** The homeroom teacher signs «Bảng tổng hợp kết quả đánh giá» before the head does, and once more where the results have changed meanwhile. */
@Component
class SignResults implements SigningAction<TransferDetails> {

    private final TransferRequest transfers;
    private final TransferRules rules;
    private final HandOverPapers papers;
    private final RequestMoves moves;
    private final YearRecords records;
    private final Session session;

    SignResults(
            TransferRequest transfers,
            TransferRules rules,
            HandOverPapers papers,
            RequestMoves moves,
            YearRecords records,
            Session session) {
        this.transfers = transfers;
        this.rules = rules;
        this.papers = papers;
        this.moves = moves;
        this.records = records;
        this.session = session;
    }

    @Override
    public String name() {
        return type().action("results");
    }

    @Override
    public Right right() {
        return Right.SIGN_RESULTS;
    }

    @Override
    public RequestType<TransferDetails> type() {
        return TransferRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(TransferRequest.RELEASE);
    }

    @Override
    public boolean isFor(CurrentUser who, Request request, TransferDetails details) {
        return transfers.concerns(request, who) && papers.wantsHomeroom(records.get(request.yearRecordId()), details);
    }

    @Override
    public Offer offer(Request request, TransferDetails details) {
        YearRecord record = records.get(request.yearRecordId());
        return Offer.possible(name(), "transfer-results")
                .signing()
                .unless(rules.obstacle(record, request, details.to()));
    }

    @Override
    public KeyHolder holder(Request request, TransferDetails details) {
        return KeyHolder.person(session.user().staffId());
    }

    @Override
    public ToSign sign(Request request, TransferDetails details, Input input, Instant signedAt) {
        return papers.toBegin(
                request,
                records.get(request.yearRecordId()),
                details,
                input.textOrNull("progress"),
                signedAt,
                () -> moves.noted(request, "RESULTS_SIGNED"));
    }
}
