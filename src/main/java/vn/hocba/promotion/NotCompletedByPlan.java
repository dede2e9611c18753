package vn.hocba.promotion;

import org.springframework.stereotype.Component;
import vn.hocba.record.YearRecords;
import vn.hocba.request.RequestMoves;

/** Chưa hoàn thành chương trình theo kế hoạch giáo dục cá nhân. */
@Component
class NotCompletedByPlan extends DecidePromotion {

    NotCompletedByPlan(PromotionRules rules, RequestMoves moves, YearRecords records) {
        super("not-completed-by-plan", "RETAINED_BY_PLAN", false, true, rules, moves, records);
    }
}
