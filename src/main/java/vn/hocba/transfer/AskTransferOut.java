package vn.hocba.transfer;

import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.shared.SchoolId;

/** The school that manages the record asks to hand it over to a school of another Sở. */
@Component
class AskTransferOut implements RecordAction {

    private final TransferRules rules;
    private final RecordHolders holders;
    private final RequestMoves moves;

    AskTransferOut(TransferRules rules, RecordHolders holders, RequestMoves moves) {
        this.rules = rules;
        this.holders = holders;
        this.moves = moves;
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
        return moves.open(
                TransferRequest.TYPE,
                "OUT",
                record,
                new SchoolId(from),
                null,
                TransferDetails.out(from, input.text("school"), input.text("province")),
                input);
    }
}
