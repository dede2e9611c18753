package vn.hocba.correction;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecords;
import vn.hocba.request.CancelRequest;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.shared.Refused;

/** Who asked takes it back as long as nobody has decided; after that the principal gives it up. */
@Component
class CancelCorrection extends CancelRequest<CorrectionDetails> {

    private final NewVersion versions;
    private final YearRecords records;

    CancelCorrection(RequestMoves moves, NewVersion versions, YearRecords records) {
        super(CorrectionRequest.TYPE, Set.of(CorrectionRequest.DECIDE, CorrectionRequest.REWORK), moves);
        this.versions = versions;
        this.records = records;
    }

    @Override
    public boolean isFor(CurrentUser who, Request request, CorrectionDetails details) {
        return isUndecided(request) ? request.wasAskedBy(who) : Right.CALL_OFF_REQUESTS.isOf(who, request.schoolId());
    }

    @Override
    public Offer offer(Request request, CorrectionDetails details) {
        return super.offer(request, details).grave().unless(obstacle(request));
    }

    /** What has been handed in is the province's to answer. */
    private Optional<Refused> obstacle(Request request) {
        return isUndecided(request) ? Optional.empty() : versions.obstacle(records.get(request.yearRecordId()));
    }

    private static boolean isUndecided(Request request) {
        return CorrectionRequest.DECIDE.equals(request.step());
    }
}
