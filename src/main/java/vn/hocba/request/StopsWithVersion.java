package vn.hocba.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.cutoff.BeforeFreeze;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.shared.Texts;

/** What the school decides about a version that is being made ends with that version: nothing comes of it, and whoever asked reads why ({@code x.cut-off}, {@code x.given-up}). */
public abstract class StopsWithVersion implements BeforeFreeze {

    private final RequestType<?> type;
    private final Requests requests;
    private final RequestMoves moves;
    private final YearRecords records;

    protected StopsWithVersion(RequestType<?> type, Requests requests, RequestMoves moves, YearRecords records) {
        this.type = type;
        this.requests = requests;
        this.moves = moves;
        this.records = records;
    }

    /** What the principal has not decided at the cut-off is cancelled: the version that it is about is given up. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> beforeFreeze(List<YearRecord> records, Map<String, Integer> accepted) {
        stop(records.stream().map(YearRecord::id).toList(), "cut-off");
        return Set.of();
    }

    /** With another request the version may have ended that this one is about, as when a correction is taken back. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestEnded ended) {
        if (ended.yearRecordId() != null
                && !records.get(ended.yearRecordId()).state().isOpenForEntry()) {
            stop(List.of(ended.yearRecordId()), "given-up");
        }
    }

    private void stop(List<String> recordIds, String why) {
        requests.openOf(recordIds).stream()
                .filter(type::is)
                .forEach(request -> moves.cancel(request, Texts.vi(type.action(why))));
    }
}
