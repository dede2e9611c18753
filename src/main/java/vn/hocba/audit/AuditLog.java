package vn.hocba.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/**
 * Who did what, when and why, chained by hashes so that a change or a gap shows. Details hold ids, counts and reasons given by people, never marks and
 * never a PIN.
 */
@Service
public class AuditLog {

    private static final String BEGINNING = "0".repeat(64);
    private static final int DETAIL_LENGTH = 2000;
    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final Session session;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Session session, Clock clock) {
        this.jdbc = jdbc;
        this.session = session;
        this.clock = clock;
    }

    /**
     * One line of the log.
     *
     * @param seq from 0 within its subject
     * @param actorName «Hệ thống» where no person acted
     */
    public record Entry(
            int seq, Instant at, String actor, String actorName, String actorTitle, String action, String detail) {}

    private record Line(String subject, Entry entry, String previous, String hash) {}

    private record Link(int seq, String hash) {}

    /**
     * Writes a line in the caller's transaction, in the name of the current user.
     *
     * @param subject the id of what it happened to (a year record, a school …)
     * @param action short stable code, such as {@code record.opened}
     * @param detail what a reader needs to know beside, or null
     */
    @Transactional
    public void append(String subject, String action, String detail) {
        Optional<CurrentUser> user = session.find();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String cut = detail == null || detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH);
        for (int attempt = 1; ; attempt++) {
            Link last = last(subject);
            Entry entry = new Entry(
                    last.seq() + 1,
                    now,
                    user.map(CurrentUser::username).orElse("system"),
                    user.map(CurrentUser::displayName).orElse("Hệ thống"),
                    user.map(CurrentUser::title).orElse(""),
                    action,
                    cut);
            try {
                insert(new Line(subject, entry, last.hash(), hashOf(subject, entry, last.hash())));
                return;
            } catch (DuplicateKeyException otherWasFirst) {
                // Two met at the end of one chain, such as a look-up and a batch: the second goes behind the first.
                if (attempt == TRIES) {
                    throw otherWasFirst;
                }
            }
        }
    }

    /** Everything that happened to a subject, oldest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(String subject) {
        return lines(subject).stream().map(Line::entry).toList();
    }

    /** Whether the chain of a subject is whole: no line changed, missing or put in between. */
    @Transactional(readOnly = true)
    public boolean isIntact(String subject) {
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

    private Link last(String subject) {
        return jdbc.sql("select seq, hash from audit_event where subject = ? order by seq desc limit 1")
                .param(subject)
                .query((row, number) -> new Link(row.getInt(1), row.getString(2)))
                .optional()
                .orElse(new Link(-1, BEGINNING));
    }

    private void insert(Line line) {
        Entry entry = line.entry();
        jdbc.sql(
                        "insert into audit_event (id, subject, seq, at, actor, actor_name, actor_title, action, detail, previous, hash)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
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
                        line.hash())
                .update();
    }

    private List<Line> lines(String subject) {
        return jdbc.sql(
                        "select seq, at, actor, actor_name, actor_title, action, detail, previous, hash from audit_event"
                                + " where subject = ? order by seq")
                .param(subject)
                .query((row, number) -> new Line(
                        subject,
                        new Entry(
                                row.getInt(1),
                                UtcTimes.read(row, 2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)),
                        row.getString(8),
                        row.getString(9)))
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
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e1) {
            throw new IllegalStateException("every Java platform has SHA-256", e1);
        }
    }
}
