package vn.hocba.transfer;

import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.lookup.LookUpLimits;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.GeneralAction;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestMoves;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.LookUpCodes;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.UnitId;

/** The receiving school asks. The pupil is at the door with the code: no school can look through the pupils of another one. */
@Component
class ClaimTransfer implements GeneralAction {

    private final TransferRules rules;
    private final RecordHolders holders;
    private final YearRecords records;
    private final LookUpLimits limits;
    private final RequestMoves moves;

    ClaimTransfer(
            TransferRules rules, RecordHolders holders, YearRecords records, LookUpLimits limits, RequestMoves moves) {
        this.rules = rules;
        this.holders = holders;
        this.records = records;
        this.limits = limits;
        this.moves = moves;
    }

    @Override
    public String name() {
        return TransferRequest.TYPE.action("claim");
    }

    @Override
    public Right right() {
        return Right.CLAIM_TRANSFER;
    }

    @Override
    public boolean isFor(CurrentUser who) {
        return Right.CLAIM_TRANSFER.isOf(who);
    }

    @Override
    public Offer offer(CurrentUser who) {
        return Offer.possible(name(), "transfer-claim");
    }

    @Override
    public String take(Input input, CurrentUser who) {
        Unit here = rules.ownSchool(who);
        YearRecord record = found(here, input);
        String from = holders.managing(record);
        if (from.equals(here.id())) {
            throw Refused.notNow("transfer.here-already");
        }
        rules.obstacle(record).ifPresent(why -> {
            throw why;
        });
        rules.demandNotThere(record, here.id());
        return moves.open(
                TransferRequest.TYPE,
                "",
                record,
                new SchoolId(here.id()),
                new UnitId(from),
                TransferDetails.within(from, here.id()),
                input);
    }

    private YearRecord found(Unit here, Input input) {
        String code = LookUpCodes.one(input.text("code"));
        String client = "school:" + here.id();
        limits.take(client, code);
        YearRecord record = holders.latest(code, input.date("birthDate"))
                .map(records::lock)
                .filter(latest -> rules.schools(here.id()).containsKey(latest.schoolId())
                        || latest.schoolId().equals(here.id()))
                .orElseThrow(() -> Refused.notFound("transfer.not-found"));
        limits.giveBack(client, code);
        return record;
    }
}
