package vn.hocba.promotion;

import org.springframework.stereotype.Component;
import vn.hocba.record.YearRecord;
import vn.hocba.request.RequestMoves;
import vn.hocba.school.SchoolDirectory;

/** Of a pupil with disability who has no result: the plan says what completing is. */
@Component
class AskByPlan extends AskPromotion {

    private final PromotionRules rules;

    AskByPlan(PromotionRules rules, RequestMoves moves, SchoolDirectory directory) {
        super("ask-by-plan", rules, moves, directory);
        this.rules = rules;
    }

    @Override
    public boolean isAt(YearRecord record) {
        return rules.isAskedByPlan(record);
    }
}
