package vn.hocba.inclusion;

import org.springframework.stereotype.Component;
import vn.hocba.record.YearRecords;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.request.StopsWithVersion;

/** Where the version is given up the pupil is assessed as before. */
@Component
class StopInclusions extends StopsWithVersion {

    StopInclusions(Requests requests, RequestMoves moves, YearRecords records) {
        super(InclusionRequest.TYPE, requests, moves, records);
    }
}
