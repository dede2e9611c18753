package vn.hocba.retraction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.cutoff.BeforeFreeze;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Withdrawals;
import vn.hocba.registry.Withdrawals.Ground;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Texts;

/** What the model {@code processes/retraction.bpmn} calls; and at the freeze, what the school has not decided by then is over. */
@Component("retractions")
@Transactional(propagation = Propagation.MANDATORY)
public class RetractionSteps implements BeforeFreeze {

    private final Requests requests;
    private final RequestMoves moves;
    private final YearRecords records;
    private final Withdrawals withdrawals;
    private final AfterTakingBack after;
    private final SchoolDirectory directory;
    private final Clock clock;

    RetractionSteps(
            Requests requests,
            RequestMoves moves,
            YearRecords records,
            Withdrawals withdrawals,
            AfterTakingBack after,
            SchoolDirectory directory,
            Clock clock) {
        this.requests = requests;
        this.moves = moves;
        this.records = records;
        this.withdrawals = withdrawals;
        this.after = after;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * It is decided: the version in force has no effect any more. Before the freeze the record goes back to the school's steps, or is over. A frozen one stays as it
     * is; only the province's database says that it was retracted, and another one may be opened where the Sở has said so.
     */
    public void takeBack(String requestId) {
        Request request = requests.get(requestId);
        RetractionDetails details = requests.details(request, RetractionRequest.TYPE);
        YearRecord record = records.lock(request.yearRecordId());
        withdrawals.takeBack(record.id(), ground(request, details));
        after.follow(record, request, details.then());
    }

    private Ground ground(Request request, RetractionDetails details) {
        if (!details.isOfProvince()) {
            return new Ground(
                    LocalDate.now(clock), directory.unit(request.schoolId()).name(), null, request.reason());
        }
        String province = directory.provinceOf(request.schoolId()).orElseThrow().name();
        return new Ground(details.day(), province, details.number(), details.ground());
    }

    @Override
    public Set<String> beforeFreeze(List<YearRecord> frozen, Map<String, Integer> accepted) {
        requests.openOf(frozen.stream().map(YearRecord::id).toList()).stream()
                .filter(request ->
                        RetractionRequest.TYPE.is(request) && RetractionRequest.DECIDE.equals(request.step()))
                .forEach(request -> moves.cancel(request, Texts.vi("retraction.cut-off")));
        return Set.of();
    }
}
