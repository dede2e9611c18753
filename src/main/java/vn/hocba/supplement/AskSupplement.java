package vn.hocba.supplement;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.document.Supplement.Change;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;

/** The clerk or the principal asks, with the paper that shows what is right. */
@Component
class AskSupplement implements RecordAction {

    private final SupplementRules rules;
    private final RequestMoves moves;

    AskSupplement(SupplementRules rules, RequestMoves moves) {
        this.rules = rules;
        this.moves = moves;
    }

    @Override
    public String name() {
        return SupplementRequest.TYPE.action("ask");
    }

    @Override
    public Right right() {
        return Right.ASK_SUPPLEMENT;
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return Right.ASK_SUPPLEMENT.isOf(who, record.schoolId());
    }

    @Override
    public boolean isAt(YearRecord record) {
        return !record.state().isInWork();
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        Optional<Refused> obstacle = rules.obstacle(record);
        return Offer.possible(
                        name(),
                        "supplement-ask",
                        obstacle.isPresent()
                                ? Map.of()
                                : Map.of("grounds", SupplementRules.grounds(), "fields", rules.fields(record.id())))
                .unless(obstacle);
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        Change change = rules.change(record.id(), input);
        if (input.evidence().isEmpty()) {
            throw Refused.invalid("supplement.evidence");
        }
        return moves.open(
                SupplementRequest.TYPE,
                Right.ENDORSE_SUPPLEMENT.isOf(who, record.schoolId()) ? "ENDORSED" : "",
                record,
                new SchoolId(record.schoolId()),
                null,
                rules.details(record.id(), change),
                input);
    }
}
