package vn.hocba.correction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.cutoff.BeforeFreeze;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.Requests;
import vn.hocba.shared.Texts;

/**
 * At the cut-off an unfinished correction is cancelled, and its people are told; an unfinished supplementary assessment is given up. What the province took in
 * before is not unfinished, even when the school has not seen the receipt yet; what lies with the province unanswered waits for its answer ({@link TooLate}).
 */
@Component
class StopAtCutOff implements BeforeFreeze {

    private final Requests requests;
    private final RequestMoves moves;
    private final NewVersion versions;

    StopAtCutOff(Requests requests, RequestMoves moves, NewVersion versions) {
        this.requests = requests;
        this.moves = moves;
        this.versions = versions;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> beforeFreeze(List<YearRecord> records, Map<String, Integer> accepted) {
        Map<String, YearRecord> unfinished = records.stream()
                .filter(record -> versions.mayBeGivenUp(record, accepted.get(record.id())))
                .collect(Collectors.toMap(YearRecord::id, Function.identity()));
        for (Request request : requests.openOf(ids(records))) {
            boolean undecided = CorrectionRequest.DECIDE.equals(request.step());
            if (CorrectionRequest.TYPE.is(request) && (undecided || unfinished.containsKey(request.yearRecordId()))) {
                moves.cancel(request, Texts.vi("correction.cut-off"));
            }
        }
        unfinished.values().stream()
                .filter(versions::isBegun)
                .forEach(record -> versions.giveUp(record, Texts.vi("correction.cut-off")));
        return unfinished.keySet();
    }

    private static List<String> ids(List<YearRecord> records) {
        return records.stream().map(YearRecord::id).toList();
    }
}
