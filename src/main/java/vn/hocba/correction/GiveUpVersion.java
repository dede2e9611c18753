package vn.hocba.correction;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.YearRecord;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;

/**
 * The pupil of a record that is being made anew does not study at the school any more: what the Sở has accepted stays in force, and nobody works on another
 * version. The caller holds the record's lock.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class GiveUpVersion {

    private final Requests requests;
    private final RequestMoves moves;
    private final NewVersion versions;

    GiveUpVersion(Requests requests, RequestMoves moves, NewVersion versions) {
        this.requests = requests;
        this.moves = moves;
        this.versions = versions;
    }

    /** Whether a version is being made while another one is in force. */
    public boolean isBegun(YearRecord record) {
        return versions.isBegun(record);
    }

    /**
     * Gives it up, and ends the correction that asked for it.
     *
     * @throws vn.hocba.shared.Refused when it lies with the province
     */
    public void giveUp(YearRecord record, String reason) {
        requests.openOf(record.id(), CorrectionRequest.TYPE).ifPresent(request -> moves.cancel(request, reason));
        if (versions.isBegun(record)) {
            versions.giveUp(record, reason);
        }
    }
}
