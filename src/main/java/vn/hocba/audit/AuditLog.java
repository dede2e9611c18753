package vn.hocba.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Session;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.UtcTimes;

/**
 * Who did what, when and why, chained by hashes so that a change or a gap shows. Details hold ids, counts and reasons given by people, never marks and
 * never a PIN.
 */
@Service
public class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final String BEGINNING = "0".repeat(64);
    private static final int DETAIL_LENGTH = 2000;
    private static final int TRIES = 5;

    /** Behind a subject's id: the chain of who read it. Reading needs no lock, so its lines must not stand in the way of those that change something. */
    private static final String READS = ":read";

    private static final Actor SYSTEM = new Actor("system", "Hệ thống", "");
    private static final Link NOTHING_YET = new Link(-1, BEGINNING);
    private static final String INSERT =
            "insert into audit_event (id, subject, seq, at, actor, actor_name, actor_title, action, detail, previous, hash)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Session session;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, JdbcTemplate batches, Session session, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.session = session;
        this.clock = clock;
    }

    /**
     * One line of the log.
     *
     * @param seq from 0 within its chain: that of the subject, or that of its readers
     * @param actorName «Hệ thống» where no person acted
     */
    public record Entry(
            int seq, Instant at, String actor, String actorName, String actorTitle, String action, String detail) {}

    /**
     * Who acts.
     *
     * @param name «Hệ thống» where it is no person
     */
    public record Actor(String username, String name, String title) {}

    private record Line(String subject, Entry entry, String previous, String hash) {}

    private record Link(int seq, String hash) {}

    /**
     * Writes a line in the caller's transaction, in the name of the current user. Who only reads uses {@link #appendRead}.
     *
     * @param subject the id of what it happened to (a year record, a school …)
     * @param action short stable code, such as {@code record.opened}
     * @param detail what a reader needs to know beside, or null
     */
    @Transactional
    public void append(String subject, String action, String detail) {
        for (int attempt = 1; ; attempt++) {
            Line line = line(subject, last(subject), action, detail);
            try {
                batches.update(INSERT, columns(line));
                return;
            } catch (DuplicateKeyException otherWasFirst) {
                // Two met at the end of one chain, such as a look-up and a batch: the second goes behind the first.
                if (attempt == TRIES) {
                    throw otherWasFirst;
                }
            }
        }
    }

    /** The same for a line that says who read, printed or downloaded something: it goes to a chain of its own, which needs no lock on the subject. */
    @Transactional
    public void appendRead(String subject, String action, String detail) {
        append(subject + READS, action, detail);
    }

    /**
     * Writes the same line to many chains with two statements, in the name of the current user. The caller holds the locks on the subjects, so that as a rule
     * nobody else writes to their chains meanwhile; whoever does without a lock is first, and these lines go behind.
     */
    @Transactional
    public void appendToEach(Collection<String> subjects, String action, String detail) {
        if (subjects.isEmpty()) {
            return;
        }
        for (int attempt = 1; !appendedToEach(subjects, action, detail, attempt == TRIES); attempt++) {
            LOG.debug("Another line came first; attempt {} at {} chains failed", attempt, subjects.size());
        }
    }

    private boolean appendedToEach(Collection<String> subjects, String action, String detail, boolean lastTry) {
        Map<String, Link> last = lastOf(subjects);
        List<Object[]> lines = subjects.stream()
                .map(subject -> columns(line(subject, last.getOrDefault(subject, NOTHING_YET), action, detail)))
                .toList();
        return Boolean.TRUE.equals(batches.execute((ConnectionCallback<Boolean>) connection -> {
            // Of a group of lines the first may stand already when a later one is refused.
            Savepoint before = connection.setSavepoint();
            try {
                batches.batchUpdate(INSERT, lines);
                connection.releaseSavepoint(before);
                return true;
            } catch (DuplicateKeyException otherWasFirst) {
                connection.rollback(before);
                if (lastTry) {
                    throw otherWasFirst;
                }
                return false;
            }
        }));
    }

    /** Everything that happened to a subject, who read it included, oldest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(String subject) {
        return Stream.concat(lines(subject).stream(), lines(subject + READS).stream())
                .map(Line::entry)
                .sorted(Comparator.comparing(Entry::at))
                .toList();
    }

    /** The same without who read it. */
    @Transactional(readOnly = true)
    public List<Entry> actionsOn(String subject) {
        return lines(subject).stream().map(Line::entry).toList();
    }

    /** Whether both chains of a subject are whole: no line changed, missing or put in between. */
    @Transactional(readOnly = true)
    public boolean isIntact(String subject) {
        return isWhole(subject) && isWhole(subject + READS);
    }

    private boolean isWhole(String subject) {
        String previous = BEGINNING;
        int seq = 0;
        for (Line line : lines(subject)) {
            if (line.entry().seq() != seq++
                    || !line.previous().equals(previous)
                    || !line.hash().equals(hashOf(subject, line.entry(), previous))) {
                return false;
            }
            previous = line.hash();
        }
        return true;
    }

    /** In whose name a line would be written now. */
    public Actor actor() {
        return session.find()
                .map(user -> new Actor(user.username(), user.displayName(), user.title()))
                .orElse(SYSTEM);
    }

    private Line line(String subject, Link last, String action, String detail) {
        Actor actor = actor();
        Entry entry = new Entry(
                last.seq() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.username(),
                actor.name(),
                actor.title(),
                action,
                detail == null || detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH));
        return new Line(subject, entry, last.hash(), hashOf(subject, entry, last.hash()));
    }

    private Link last(String subject) {
        return jdbc.sql("select seq, hash from audit_event where subject = ? order by seq desc limit 1")
                .param(subject)
                .query((row, number) -> new Link(row.getInt("seq"), row.getString("hash")))
                .optional()
                .orElse(NOTHING_YET);
    }

    private Map<String, Link> lastOf(Collection<String> subjects) {
        Map<String, Link> last = new HashMap<>();
        jdbc.sql(
                        "select e.subject, e.seq, e.hash from audit_event e join (select subject, max(seq) as seq from audit_event"
                                + " where subject in (:subjects) group by subject) l on l.subject = e.subject and l.seq = e.seq")
                .param("subjects", subjects)
                .query(row -> {
                    last.put(row.getString("subject"), new Link(row.getInt("seq"), row.getString("hash")));
                });
        return last;
    }

    private static Object[] columns(Line line) {
        Entry entry = line.entry();
        return new Object[] {
            Ids.next(),
            line.subject(),
            entry.seq(),
            UtcTimes.bind(entry.at()),
            entry.actor(),
            entry.actorName(),
            entry.actorTitle(),
            entry.action(),
            entry.detail(),
            line.previous(),
            line.hash()
        };
    }

    private List<Line> lines(String subject) {
        return jdbc.sql(
                        "select seq, at, actor, actor_name, actor_title, action, detail, previous, hash from audit_event"
                                + " where subject = ? order by seq")
                .param(subject)
                .query((row, number) -> new Line(
                        subject,
                        new Entry(
                                row.getInt("seq"),
                                UtcTimes.read(row, "at"),
                                row.getString("actor"),
                                row.getString("actor_name"),
                                row.getString("actor_title"),
                                row.getString("action"),
                                row.getString("detail")),
                        row.getString("previous"),
                        row.getString("hash")))
                .list();
    }

    private static String hashOf(String subject, Entry e, String previous) {
        String line = String.join(
                "\u001f",
                previous,
                subject,
                Integer.toString(e.seq()),
                e.at().toString(),
                e.actor(),
                e.actorName(),
                e.actorTitle(),
                e.action(),
                e.detail() == null ? "" : e.detail());
        return Sha256.of(line.getBytes(StandardCharsets.UTF_8));
    }
}
