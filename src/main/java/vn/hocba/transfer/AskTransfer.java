package vn.hocba.transfer;

import java.util.Map;
import java.util.Optional;
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
import vn.hocba.shared.UnitId;

/** The school that manages the record asks to hand it over to another one of the same Sở. */
@Component
class AskTransfer implements RecordAction {

    private final TransferRules rules;
    private final RecordHolders holders;
    private final RequestMoves moves;

    AskTransfer(TransferRules rules, RecordHolders holders, RequestMoves moves) {
        this.rules = rules;
        this.holders = holders;
        this.moves = moves;
    }

    @Override
    public String name() {
        return TransferRequest.TYPE.action("ask");
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
        Map<String, String> schools = rules.schools(holders.managing(record));
        return Offer.possible(name(), "transfer-ask", Map.of("schools", schools))
                .unless(rules.obstacle(record).or(() -> Optional.of(Refused.notFound("transfer.no-school"))
                        .filter(none -> schools.isEmpty())));
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        String from = holders.managing(record);
        String to = input.text("school");
        if (!rules.schools(from).containsKey(to)) {
            throw Refused.invalid("transfer.other-province");
        }
        rules.demandNotThere(record, to);
        return moves.open(
                TransferRequest.TYPE,
                "",
                record,
                new SchoolId(from),
                new UnitId(to),
                TransferDetails.within(from, to),
                input);
    }
}
