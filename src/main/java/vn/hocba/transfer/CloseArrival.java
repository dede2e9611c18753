package vn.hocba.transfer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;

/** The commune, Phòng or Sở above the former school says what became of a pupil who left the province. A confirmation that the clerk waits for has come with that. */
@Service
public class CloseArrival {

    /** The shortest and longest reason, in characters. */
    public static final int SHORTEST_NOTE = 10;

    public static final int LONGEST_NOTE = 1000;

    private static final int LONGEST_NUMBER = 100;

    private final Access access;
    private final Requests requests;
    private final RequestMoves moves;
    private final ArrivalCases cases;
    private final SchoolDirectory directory;

    CloseArrival(Access access, Requests requests, RequestMoves moves, ArrivalCases cases, SchoolDirectory directory) {
        this.access = access;
        this.requests = requests;
        this.moves = moves;
        this.cases = cases;
        this.directory = directory;
    }

    /** Whether the current user closes cases at all. */
    public boolean isOffered() {
        return Right.CLOSE_ARRIVALS.isOf(access.current());
    }

    /**
     * Closes a case.
     *
     * @param requestId of the transfer
     * @param receiptNo of the receiving school's confirmation; asked for where the pupil arrived
     * @param note why, in words
     * @throws Refused unless the former school is below the current user's unit, the case is open and everything asked for is said
     */
    @Transactional
    public void close(String requestId, ArrivalOutcome outcome, String receiptNo, String note) {
        CurrentUser user = access.holding(Right.CLOSE_ARRIVALS);
        Request request = requests.lockWithRecord(requestId);
        if (!Right.CLOSE_ARRIVALS.reaches(
                user, directory.unit(request.schoolId()).path())) {
            throw Refused.notFound("request.unknown");
        }
        String given = FreeWords.lines(note == null ? "" : note);
        String number = FreeWords.line(receiptNo == null ? "" : receiptNo);
        if (outcome == null || given.length() < SHORTEST_NOTE || given.length() > LONGEST_NOTE) {
            throw Refused.invalid("transfer.arrival.invalid", SHORTEST_NOTE, LONGEST_NOTE);
        }
        if (outcome == ArrivalOutcome.ARRIVED && number.isEmpty() || number.length() > LONGEST_NUMBER) {
            throw Refused.invalid("transfer.arrival.number", LONGEST_NUMBER);
        }
        cases.demandClosed(request, outcome, number.isEmpty() ? null : number, given);
        moves.settle(request, TransferRequest.RECEIPT, "CASE_CLOSED", given);
    }
}
