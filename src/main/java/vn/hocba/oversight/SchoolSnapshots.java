package vn.hocba.oversight;

import java.text.CollationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.hocba.oversight.ProgressBoard.Line;
import vn.hocba.oversight.ProgressBoard.Total;
import vn.hocba.shared.VietnameseText;

/**
 * The schools of a jurisdiction as they were a moment ago. Those of a Sở are read and added up once for everybody who looks within {@link #LASTING}, not for each
 * visit, page and order again (docs/decisions/0031-the-sos-board-is-a-snapshot.md); few schools are read each time.
 */
@Component
class SchoolSnapshots {

    static final Duration LASTING = Duration.ofSeconds(10);

    /** As many schools are read for each visit. */
    static final int FEW = 50;

    private final SchoolLines lines;
    private final Clock clock;
    private final Map<Key, Snapshot> known = new ConcurrentHashMap<>();

    SchoolSnapshots(SchoolLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    private record Key(String unitId, int schoolYear) {}

    /** A school with what it is sorted and searched by. */
    record Keyed(Line line, CollationKey name, String words) {}

    /**
     * All schools of a jurisdiction.
     *
     * @param at when they were read
     */
    record Snapshot(Instant at, Total total, List<Keyed> schools) {

        private static Snapshot of(Instant at, List<Line> lines) {
            return new Snapshot(
                    at,
                    Total.of(lines),
                    lines.stream()
                            .map(line -> new Keyed(
                                    line, VietnameseText.sortKey(line.name()), VietnameseText.searchKey(line.name())))
                            .toList());
        }
    }

    /** The schools below a unit that have classes in a year, not older than {@link #LASTING}. Of many who ask at once one reads, and the others wait for it. */
    Snapshot of(String unitId, String unitPath, int schoolYear) {
        Instant now = clock.instant();
        known.values().removeIf(snapshot -> isOld(snapshot, now));
        Key key = new Key(unitId, schoolYear);
        Snapshot snapshot =
                known.computeIfAbsent(key, first -> Snapshot.of(now, lines.of(unitId, unitPath, schoolYear)));
        if (snapshot.schools().size() <= FEW) {
            known.remove(key, snapshot);
        }
        return snapshot;
    }

    private static boolean isOld(Snapshot snapshot, Instant now) {
        return Duration.between(snapshot.at(), now).abs().compareTo(LASTING) > 0;
    }
}
