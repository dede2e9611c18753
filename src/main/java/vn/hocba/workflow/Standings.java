package vn.hocba.workflow;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
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
    private final EntityManager entities;

    Standings(WorkItems items, YearRecords records, ProgressCounts counts, EntityManager entities) {
        this.items = items;
        this.records = records;
        this.counts = counts;
        this.entities = entities;
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
        watched.clear();
        // What is not written yet might wait for somebody, and nobody may wait while holding a count.
        entities.flush();
        counts.add(sums);
    }

    /** By the record's id: where it stood before, empty where it did not count. */
    @SuppressWarnings("unchecked")
    private Map<String, Optional<Standing>> watched() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return (Map<String, Optional<Standing>>) bound;
        }
        Map<String, Optional<Standing>> watched = new LinkedHashMap<>();
        TransactionSynchronizationManager.bindResource(this, watched);
        TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(watched));
        return watched;
    }

    /** After everything else that the transaction writes: see {@link ProgressCounts}. */
    private final class AtTheEnd implements TransactionSynchronization {

        private final Map<String, Optional<Standing>> watched;

        private AtTheEnd(Map<String, Optional<Standing>> watched) {
            this.watched = watched;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Standings.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Standings.this, watched);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            count(watched);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(Standings.this);
        }
    }
}
