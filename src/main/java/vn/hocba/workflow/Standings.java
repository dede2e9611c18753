package vn.hocba.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.shared.KeptCounts;
import vn.hocba.workflow.ProgressCounts.Sums;
import vn.hocba.workflow.WorkItems.Waiting;

/**
 * Keeps the counts of the boards. Who is about to change a record or its work says so first; when the transaction is about to commit, what the record is counted
 * under moves from where it stood to where it stands.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Standings {

    private final WorkItems items;
    private final YearRecords records;
    private final ProgressCounts counts;
    private final KeptCounts kept;

    Standings(WorkItems items, YearRecords records, ProgressCounts counts, KeptCounts kept) {
        this.items = items;
        this.records = records;
        this.counts = counts;
        this.kept = kept;
    }

    /** A record, which is locked, is about to change. */
    void changing(YearRecord record) {
        Map<String, Optional<Standing>> watched = watched();
        if (!watched.containsKey(record.id())) {
            watched.put(record.id(), of(record));
        }
    }

    /** A record was just opened: it was counted nowhere. */
    void opened(YearRecord record) {
        watched().putIfAbsent(record.id(), Optional.empty());
    }

    private Optional<Standing> of(YearRecord record) {
        if (record.state() == RecordState.LEFT) {
            return Optional.empty();
        }
        boolean somebodyWorks = record.state().isInWork() && record.state() != RecordState.SUBMITTED;
        List<Waiting> waiting = somebodyWorks ? items.waiting(record.id()) : List.of();
        return Optional.of(new Standing(
                record.schoolId(),
                record.schoolYear(),
                record.state(),
                record.rejected(),
                waiting.isEmpty() ? null : waiting.get(0).milestone(),
                waiting.stream().anyMatch(Waiting::isTeacherless),
                waiting.stream()
                        .filter(part -> part.step() == Step.HOMEROOM)
                        .map(Waiting::assigneeId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)));
    }

    private void count(Map<String, Optional<Standing>> watched) {
        Sums sums = new Sums();
        watched.forEach((id, before) -> {
            before.ifPresent(standing -> sums.add(standing, -1));
            of(records.get(id)).ifPresent(standing -> sums.add(standing, 1));
        });
        counts.add(sums);
    }

    private Map<String, Optional<Standing>> watched() {
        return kept.before(this, Watched::new).before;
    }

    private final class Watched implements Runnable {

        /** By the record's id: where it stood, empty where it did not count. */
        private final Map<String, Optional<Standing>> before = new LinkedHashMap<>();

        @Override
        public void run() {
            count(before);
        }
    }
}
