package vn.hocba.transfer;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.transfer.TransferDetails.Acceptance;

/** The school that manages the record asks to hand it over to a school of another Sở, which has accepted the pupil in writing. */
@Component
class AskTransferOut implements RecordAction {

    private final TransferRules rules;
    private final RecordHolders holders;
    private final RequestMoves moves;
    private final Clock clock;

    AskTransferOut(TransferRules rules, RecordHolders holders, RequestMoves moves, Clock clock) {
        this.rules = rules;
        this.holders = holders;
        this.moves = moves;
        this.clock = clock;
    }

    @Override
    public String name() {
        return TransferRequest.TYPE.action("ask-out");
    }

    @Override
    public Right right() {
        return Right.ASK_TRANSFER;
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return TransferRules.isOffice(who, holders.managing(record));
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(name(), "transfer-ask-out").unless(rules.obstacle(record));
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        String from = holders.managing(record);
        if (input.evidence().isEmpty()) {
            throw Refused.invalid("transfer.acceptance.file");
        }
        Acceptance acceptance =
                new Acceptance(input.text("number"), input.dayUntilToday("day", clock, "transfer.acceptance.future"));
        return moves.open(
                TransferRequest.TYPE,
                "OUT",
                record,
                new SchoolId(from),
                null,
                TransferDetails.out(from, input.text("school"), input.text("province"), acceptance),
                input);
    }
}
