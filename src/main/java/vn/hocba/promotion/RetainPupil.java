package vn.hocba.promotion;

import org.springframework.stereotype.Component;
import vn.hocba.record.YearRecords;
import vn.hocba.request.RequestMoves;

/** Chưa được lên lớp. */
@Component
class RetainPupil extends DecidePromotion {

    RetainPupil(PromotionRules rules, RequestMoves moves, YearRecords records) {
        super("retain", "RETAINED", false, false, rules, moves, records);
    }
}
