package vn.hocba.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Milestone;
import vn.hocba.oversight.SchoolChanges.Changes;
import vn.hocba.oversight.SchoolChanges.Mark;

/**
 * The schools of a jurisdiction as they are now. They are kept in memory, and of those who look each reads only what has changed since the last one did
 * (docs/decisions/0036-the-boards-read-on.md). Callers have a transaction, so that nobody waits for a connection while others wait for him.
 */
@Component
class SchoolSnapshots {

    private final SchoolLines lines;
    private final SchoolChanges changes;
    private final Clock clock;
    private final Map<Board, Kept> known = new ConcurrentHashMap<>();

    SchoolSnapshots(SchoolLines lines, SchoolChanges changes, Clock clock) {
        this.lines = lines;
        this.changes = changes;
        this.clock = clock;
    }

    /** The schools below a unit that have classes in a year. */
    record Board(String unitId, String unitPath, int schoolYear) {}

    /** As they are now. Of many who ask for the first time one reads, and the others wait for it. */
    SchoolSnapshot of(Board board) {
        Kept kept = known.computeIfAbsent(board, Kept::new);
        kept.asked = true;
        return kept.now();
    }

    /** Those that are kept. */
    Set<Board> kept() {
        return Set.copyOf(known.keySet());
    }

    /** Brings up to date what is kept, so that little is left to those who look. */
    void readOn(Board board) {
        Kept kept = known.get(board);
        if (kept != null) {
            kept.now();
        }
    }

    /** Reads all schools anew, for those who look from now on. */
    void readWhole(Board board) {
        Kept kept = known.computeIfAbsent(board, Kept::new);
        kept.asked = false;
        kept.is(kept.whole());
    }

    /** Forgets a board unless somebody has looked at it since it was last read whole. */
    boolean forgetUnasked(Board board) {
        Kept kept = known.get(board);
        return kept != null && !kept.asked && known.remove(board, kept);
    }

    private final class Kept {

        private final Board board;
        private volatile boolean asked;
        private SchoolSnapshot snapshot;

        Kept(Board board) {
            this.board = board;
        }

        synchronized SchoolSnapshot now() {
            snapshot = snapshot == null ? whole() : then(snapshot);
            return snapshot;
        }

        synchronized void is(SchoolSnapshot whole) {
            snapshot = whole;
        }

        private SchoolSnapshot whole() {
            // First what has changed: what changes while the schools are read is news the next time.
            Mark mark = changes.mark(board.schoolYear());
            Instant now = clock.instant();
            return SchoolSnapshot.of(now, mark, passed(now), lines.of(board, now));
        }

        private SchoolSnapshot then(SchoolSnapshot before) {
            Instant now = clock.instant();
            Changes since = changes.since(before.mark(), board.schoolYear(), before.at(), now);
            Set<String> changed = since.schools();
            List<SchoolFigures> again = changed.isEmpty() ? List.of() : lines.of(board, changed, now);
            return before.then(now, since.mark(), passed(now), changed, again);
        }

        private Set<Milestone> passed(Instant now) {
            return lines.passed(board, now);
        }
    }
}
