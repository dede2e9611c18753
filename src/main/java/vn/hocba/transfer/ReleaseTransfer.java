package vn.hocba.transfer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Evidence;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;
import vn.hocba.request.Requests;
import vn.hocba.request.SigningAction;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.transfer.TransferDetails.Way;
import vn.hocba.workflow.ToSign;

/** The sending principal hands over on a chosen day; within the year, and whenever the record leaves the Sở, what goes along is signed. */
@Component
class ReleaseTransfer implements SigningAction<TransferDetails> {

    /** A later day is a slip of the hand. */
    private static final int LONGEST_WAIT_DAYS = 90;

    private final TransferRules rules;
    private final HandOverPapers papers;
    private final Requests requests;
    private final RequestMoves moves;
    private final YearRecords records;
    private final Session session;
    private final Clock clock;

    ReleaseTransfer(
            TransferRules rules,
            HandOverPapers papers,
            Requests requests,
            RequestMoves moves,
            YearRecords records,
            Session session,
            Clock clock) {
        this.rules = rules;
        this.papers = papers;
        this.requests = requests;
        this.moves = moves;
        this.records = records;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public String name() {
        return type().action("release");
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
        return Set.of(TransferRequest.RELEASE);
    }

    @Override
    public Offer offer(Request request, TransferDetails details) {
        YearRecord record = records.get(request.yearRecordId());
        Offer offer = Offer.possible(name(), "transfer-release")
                .unless(accepted(details)
                        .or(() -> rules.obstacle(record, request, details.to()))
                        .or(() -> results(request, record, details)));
        return details.way() == Way.OUT || rules.goesAlong(record) ? offer.signing() : offer.grave();
    }

    /** Before an acceptance was asked for, transfers out of the province could be asked without. */
    private static Optional<Refused> accepted(TransferDetails details) {
        return details.way() == Way.OUT && details.acceptance() == null
                ? Optional.of(Refused.notNow("transfer.acceptance.missing"))
                : Optional.empty();
    }

    /** The homeroom teacher signs before the head. */
    private Optional<Refused> results(Request request, YearRecord record, TransferDetails details) {
        return papers.wantsHomeroom(record, details) && !papers.isBegun(request)
                ? Optional.of(Refused.notNow("transfer.results.missing", request.className()))
                : Optional.empty();
    }

    @Override
    public KeyHolder holder(Request request, TransferDetails details) {
        return KeyHolder.person(session.user().staffId());
    }

    @Override
    public ToSign sign(Request request, TransferDetails details, Input input, Instant signedAt) {
        LocalDate day = day(input);
        YearRecord record = records.get(request.yearRecordId());
        if (details.paper() == null) {
            return papers.toSignAlone(
                    request, record, details, signedAt, file -> release(request, details, day, input, List.of(file)));
        }
        CurrentUser head = session.user();
        return papers.toSign(
                request,
                record,
                details,
                head,
                signedAt,
                () -> release(request, details.signedBy(head.username()), day, input, List.of()));
    }

    @Override
    public void take(Request request, TransferDetails details, Input input) {
        release(request, details, day(input), input, List.of());
    }

    private LocalDate day(Input input) {
        LocalDate day = input.date("day");
        LocalDate first = LocalDate.now(clock);
        LocalDate last = first.plusDays(LONGEST_WAIT_DAYS);
        if (day.isBefore(first) || day.isAfter(last)) {
            throw Refused.invalid("transfer.day", TransferRequest.written(first), TransferRequest.written(last));
        }
        return day;
    }

    private void release(
            Request request, TransferDetails details, LocalDate day, Input input, List<Evidence> handOver) {
        requests.keep(request, details.movingOn(day));
        moves.decide(request, TransferRequest.RELEASE, "RELEASED", input.text("note"), handOver);
    }
}
