package vn.hocba.promotion;

import org.springframework.stereotype.Component;
import vn.hocba.record.YearRecords;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.request.StopsWithVersion;

/** Where the version is given up nobody decides any more who is promoted by it. */
@Component
class StopPromotions extends StopsWithVersion {

    StopPromotions(Requests requests, RequestMoves moves, YearRecords records) {
        super(PromotionRequest.TYPE, requests, moves, records);
    }
}
