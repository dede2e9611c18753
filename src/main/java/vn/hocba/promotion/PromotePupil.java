package vn.hocba.promotion;

import org.springframework.stereotype.Component;
import vn.hocba.record.YearRecords;
import vn.hocba.request.RequestMoves;

/** Được lên lớp, although the programme is not completed. */
@Component
class PromotePupil extends DecidePromotion {

    PromotePupil(PromotionRules rules, RequestMoves moves, YearRecords records) {
        super("promote", "APPROVED", true, false, rules, moves, records);
    }
}
