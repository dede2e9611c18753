package vn.hocba.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose turn it is: one target of each school after the other, and of the batches of one school one of each, so that 1,500 signatures of one principal do not
 * hold up the 35 of the next school.
 */
final class Turns {

    /** The school whose turn it is comes first. */
    private final Map<String, Deque<RunningBatch>> schools = new LinkedHashMap<>();

    /** One target to reach; {@link #done} has to follow. */
    record Turn(RunningBatch batch, String target) {}

    /** The batch stands in line; returns how many turns it needs. */
    synchronized int add(RunningBatch batch) {
        if (!batch.targets.isEmpty()) {
            schools.computeIfAbsent(batch.run().schoolId(), school -> new ArrayDeque<>())
                    .add(batch);
        }
        return batch.targets.size();
    }

    /** Empty when nothing waits. */
    synchronized Optional<Turn> next() {
        Iterator<Map.Entry<String, Deque<RunningBatch>>> first =
                schools.entrySet().iterator();
        if (!first.hasNext()) {
            return Optional.empty();
        }
        Map.Entry<String, Deque<RunningBatch>> school = first.next();
        first.remove();
        Deque<RunningBatch> line = school.getValue();
        RunningBatch batch = line.remove();
        Turn turn = new Turn(batch, batch.targets.remove());
        batch.inHand++;
        if (!batch.targets.isEmpty()) {
            line.add(batch);
        }
        if (!line.isEmpty()) {
            schools.put(school.getKey(), line);
        }
        return Optional.of(turn);
    }

    /** Returns true once: when nothing of the batch waits and nobody works on it any more. */
    synchronized boolean done(Turn turn) {
        turn.batch().inHand--;
        return isOver(turn.batch());
    }

    /** What is left of the batch gets no turn; returns as {@link #done}. */
    synchronized boolean drop(RunningBatch batch) {
        Deque<RunningBatch> line = schools.get(batch.run().schoolId());
        if (line != null && line.remove(batch) && line.isEmpty()) {
            schools.remove(batch.run().schoolId());
        }
        batch.targets.clear();
        return isOver(batch);
    }

    private static boolean isOver(RunningBatch batch) {
        boolean now = !batch.over && batch.targets.isEmpty() && batch.inHand == 0;
        batch.over |= now;
        return now;
    }
}
