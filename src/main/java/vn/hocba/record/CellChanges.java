package vn.hocba.record;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.UtcTimes;

/**
 * Who changed what stood in a record, from what to what (docs/decisions/0043). Whoever fills an empty cell is named by the part already; a value that is
 * replaced or taken out is kept here, in the transaction that does it, whichever way it is done: typed, restored, closed by another cell.
 *
 * <p>The marks themselves do not stand in the log of the record, which more people read. A digest of each change does, so that a change that is altered or
 * missing shows.
 */
@Component
public class CellChanges {

    /** In the record's log; the detail is part, cell, id and digest of the change. */
    public static final String ACTION = "record.cell-changed";

    private static final String FIELD = "\u001f";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    CellChanges(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One change.
     *
     * @param versionNo the version that was being made
     * @param part a subject's code, or that of the class's part
     * @param before as the regulation keeps it, never empty
     * @param after empty where the cell was emptied
     * @param actorName «Hệ thống» where no person acted
     */
    public record Change(
            String id,
            int versionNo,
            String part,
            String cell,
            String before,
            String after,
            Instant at,
            String actor,
            String actorName,
            String actorTitle) {

        private String digest(String recordId) {
            String line = String.join(
                    FIELD,
                    recordId,
                    id,
                    Integer.toString(versionNo),
                    part,
                    cell,
                    before,
                    after,
                    at.toString(),
                    actor,
                    actorName,
                    actorTitle);
            return Sha256.of(line.getBytes(StandardCharsets.UTF_8));
        }

        private String detail(String recordId) {
            return String.join(" ", part, cell, id, digest(recordId));
        }
    }

    /** The changes of a record, oldest first. */
    public List<Change> of(String recordId) {
        return jdbc.sql(
                        """
                        select id, version_no, part, cell, before_text, after_text, at, actor, actor_name, actor_title
                        from cell_change where year_record_id = ? order by at, id
                        """)
                .param(recordId)
                .query((row, number) -> new Change(
                        row.getString("id"),
                        row.getInt("version_no"),
                        row.getString("part"),
                        row.getString("cell"),
                        row.getString("before_text"),
                        row.getString("after_text"),
                        UtcTimes.read(row, "at"),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        row.getString("actor_title")))
                .list();
    }

    /** Whether the log of a record names exactly these changes. */
    public static boolean areWhole(String recordId, List<Change> changes, List<AuditLog.Entry> log) {
        Set<String> logged = log.stream()
                .filter(entry -> entry.action().equals(ACTION))
                .map(AuditLog.Entry::detail)
                .collect(Collectors.toSet());
        return logged.equals(
                changes.stream().map(change -> change.detail(recordId)).collect(Collectors.toSet()));
    }

    /** Of a part that is about to be written. */
    void keep(YearRecord record, String part, Map<String, String> before, Map<String, String> after) {
        for (String cell : new TreeSet<>(before.keySet())) {
            String was = before.get(cell);
            String now = Objects.requireNonNullElse(after.get(cell), "");
            if (!was.equals(now)) {
                keep(record, part, cell, was, now);
            }
        }
    }

    private void keep(YearRecord record, String part, String cell, String was, String now) {
        AuditLog.Actor actor = audit.actor();
        Change change = new Change(
                Ids.next(),
                record.versionNo(),
                part,
                cell,
                was,
                now,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.username(),
                actor.name(),
                actor.title());
        jdbc.sql(
                        """
                        insert into cell_change (id, year_record_id, version_no, part, cell, before_text, after_text, at, actor, actor_name, actor_title)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        change.id(),
                        record.id(),
                        change.versionNo(),
                        part,
                        cell,
                        was,
                        now,
                        UtcTimes.bind(change.at()),
                        change.actor(),
                        change.actorName(),
                        change.actorTitle())
                .update();
        audit.append(record.id(), ACTION, change.detail(record.id()));
    }
}
