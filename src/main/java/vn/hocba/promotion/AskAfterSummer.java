package vn.hocba.promotion;

import org.springframework.stereotype.Component;
import vn.hocba.record.YearRecord;
import vn.hocba.request.RequestMoves;
import vn.hocba.school.SchoolDirectory;

/** Of a pupil who has still not completed the class programme. */
@Component
class AskAfterSummer extends AskPromotion {

    private final PromotionRules rules;

    AskAfterSummer(PromotionRules rules, RequestMoves moves, SchoolDirectory directory) {
        super("ask", rules, moves, directory);
        this.rules = rules;
    }

    @Override
    public boolean isAt(YearRecord record) {
        return rules.isAsked(record);
    }
}
