package vn.hocba.correction;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;

/** Whoever has a part in the record asks the principal to have parts of it made anew. */
@Component
class AskCorrection implements RecordAction {

    private static final String PARTS = "parts";

    private final CorrectionRules rules;
    private final RequestMoves moves;

    AskCorrection(CorrectionRules rules, RequestMoves moves) {
        this.rules = rules;
        this.moves = moves;
    }

    @Override
    public String name() {
        return CorrectionRequest.TYPE.action("ask");
    }

    @Override
    public Right right() {
        return Right.ASK_CORRECTION;
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return !rules.parts(record, who).isEmpty();
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(name(), "correction-ask", Map.of(PARTS, rules.parts(record, who)))
                .unless(rules.obstacle(record));
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        Set<String> parts = input.chosen(PARTS);
        if (parts.isEmpty() || !rules.parts(record, who).keySet().containsAll(parts)) {
            throw Refused.notAllowed("correction.not-your-part");
        }
        return moves.open(
                CorrectionRequest.TYPE,
                "",
                record,
                new SchoolId(record.schoolId()),
                null,
                CorrectionDetails.of(parts),
                input);
    }
}
