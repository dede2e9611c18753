package vn.hocba.transfer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
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
import vn.hocba.signing.WholeDocument;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.transfer.TransferDetails.Way;
import vn.hocba.workflow.ToSign;

/** The sending principal hands over on a chosen day; within the year, and whenever the record leaves the Sở, what goes along is signed. */
@Component
class ReleaseTransfer implements SigningAction<TransferDetails> {

    /** A later day is a slip of the hand. */
    private static final int LONGEST_WAIT_DAYS = 90;

    private final TransferRules rules;
    private final WriteHandOver files;
    private final Requests requests;
    private final RequestMoves moves;
    private final YearRecords records;
    private final Session session;
    private final Clock clock;

    ReleaseTransfer(
            TransferRules rules,
            WriteHandOver files,
            Requests requests,
            RequestMoves moves,
            YearRecords records,
            Session session,
            Clock clock) {
        this.rules = rules;
        this.files = files;
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
                .unless(accepted(details).or(() -> rules.obstacle(record, request, details.to())));
        return details.way() == Way.OUT || TransferRules.isUnfinished(record) ? offer.signing() : offer.grave();
    }

    /** Before an acceptance was asked for, transfers out of the province could be asked without. */
    private static Optional<Refused> accepted(TransferDetails details) {
        return details.way() == Way.OUT && details.acceptance() == null
                ? Optional.of(Refused.notNow("transfer.acceptance.missing"))
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
        return ToSign.of(
                0,
                files.unsigned(request, record, details, signedAt),
                WholeDocument.HAND_OVER,
                signed -> release(request, details, day, input, List.of(WriteHandOver.file(request, signed))));
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
