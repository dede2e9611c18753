package vn.hocba.correction;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.YearRecord;
import vn.hocba.registry.Freeze;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.shared.Texts;
import vn.hocba.submission.BeforeReturn;

/** A replacement that reached the province only after the freeze is not returned to anybody: it is given up, and the school is where the province is. */
@Component
class TooLate implements BeforeReturn {

    private final Freeze freeze;
    private final Requests requests;
    private final RequestMoves moves;
    private final NewVersion versions;

    TooLate(Freeze freeze, Requests requests, RequestMoves moves, NewVersion versions) {
        this.freeze = freeze;
        this.requests = requests;
        this.moves = moves;
        this.versions = versions;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ends(YearRecord record) {
        if (!versions.isBegun(record) || !freeze.isClosed(record.id())) {
            return false;
        }
        String why = Texts.vi("correction.cut-off");
        Optional<Request> correction = requests.openOf(record.id(), CorrectionRequest.TYPE);
        if (correction.isPresent()) {
            moves.cancel(correction.get(), why);
        } else {
            versions.giveUp(record, why);
        }
        return true;
    }
}
