package vn.hocba.exemption;

import org.springframework.stereotype.Component;
import vn.hocba.record.YearRecords;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.request.StopsWithVersion;

/** Where the version is given up the subject stays as it was. */
@Component
class StopExemptions extends StopsWithVersion {

    StopExemptions(Requests requests, RequestMoves moves, YearRecords records) {
        super(ExemptionRequest.TYPE, requests, moves, records);
    }
}
