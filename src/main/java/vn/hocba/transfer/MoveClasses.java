package vn.hocba.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;
import vn.hocba.shared.UnitId;
import vn.hocba.workflow.BatchJob;
import vn.hocba.workflow.Batches;

/** Lets the pupils of whole classes go over, as soon as the receiving principal has accepted them, and once more where that is asked for. */
@Service
class MoveClasses {

    /** Kind of its batches. */
    static final String KIND = "move-classes";

    private final Batches batches;

    MoveClasses(Batches batches) {
        this.batches = batches;
    }

    /** The pupils are to go over: told in the transaction that says so. */
    record Accepted(String requestId, String schoolId, List<String> records) {

        /** Of whoever remains. */
        static Accepted of(Request request, ClassesDetails details, RemainingPupils remaining) {
            return new Accepted(
                    request.id(),
                    details.to(),
                    remaining.of(details).stream()
                            .map(RemainingPupils.Remaining::recordId)
                            .toList());
        }
    }

    /** In the name of the principal who has accepted. */
    @TransactionalEventListener
    public void on(Accepted accepted) {
        if (!accepted.records().isEmpty()) {
            batches.start(
                    new Batches.Order(
                            KIND, new UnitId(accepted.schoolId()), null, accepted.requestId(), accepted.records()),
                    null);
        }
    }

    /** Lets one pupil go over. */
    @Service
    static class Job implements BatchJob {

        private final Access access;
        private final YearRecords records;
        private final RecordHolders holders;
        private final Requests requests;
        private final RequestMoves moves;
        private final RemainingPupils remaining;
        private final MovePupil move;
        private final Clock clock;

        Job(
                Access access,
                YearRecords records,
                RecordHolders holders,
                Requests requests,
                RequestMoves moves,
                RemainingPupils remaining,
                MovePupil move,
                Clock clock) {
            this.access = access;
            this.records = records;
            this.holders = holders;
            this.requests = requests;
            this.moves = moves;
            this.remaining = remaining;
            this.move = move;
            this.clock = clock;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String perform(BatchRun run, String recordId) {
            access.at(run.schoolId(), Right.DECIDE_TRANSFER);
            YearRecord record = records.lock(recordId);
            Request request = requests.get(run.parameter());
            ClassesDetails details = requests.details(request, ClassesRequest.TYPE);
            if (!ClassesRequest.MOVE.equals(request.step())
                    || !holders.managing(record).equals(details.from())) {
                return Texts.vi("relocation.nothing");
            }
            Optional<Refused> obstacle = move.obstacle(record, new SchoolId(details.to()));
            if (obstacle.isPresent()) {
                throw obstacle.get();
            }
            move.move(
                    record,
                    remaining
                            .target(record, details)
                            .orElseThrow(() -> Refused.notFound("relocation.no-class", request.className())),
                    LocalDate.now(clock),
                    request.id());
            if (remaining.of(details).isEmpty()) {
                moves.settle(request, ClassesRequest.MOVE, "MOVED", null);
            }
            return null;
        }
    }
}
