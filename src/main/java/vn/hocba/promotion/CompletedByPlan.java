package vn.hocba.promotion;

import org.springframework.stereotype.Component;
import vn.hocba.record.YearRecords;
import vn.hocba.request.RequestMoves;

/** Hoàn thành chương trình theo kế hoạch giáo dục cá nhân, and so promoted where the level goes on. */
@Component
class CompletedByPlan extends DecidePromotion {

    CompletedByPlan(PromotionRules rules, RequestMoves moves, YearRecords records) {
        super("completed-by-plan", "COMPLETED_BY_PLAN", true, true, rules, moves, records);
    }
}
