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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;

/**
 * Who did what, when and why, chained by hashes so that a change or a gap shows. Details hold ids, counts and reasons given by people, never marks and
 * never a PIN.
 */
@Service
public class AuditLog {

    private static final String BEGINNING = "0".repeat(64);
    private static final int DETAIL_LENGTH = 2000;

    private final AuditEventRepository events;
    private final Session session;
    private final Clock clock;

    AuditLog(AuditEventRepository events, Session session, Clock clock) {
        this.events = events;
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
        Optional<AuditEvent> last = events.findFirstBySubjectOrderBySeqDesc(subject);
        AuditEvent event = new AuditEvent();
        event.subject = subject;
        event.seq = last.map(previous -> previous.seq + 1).orElse(0);
        event.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        event.actor = user.map(CurrentUser::username).orElse("system");
        event.actorName = user.map(CurrentUser::displayName).orElse("Hệ thống");
        event.actorTitle = user.map(CurrentUser::title).orElse("");
        event.action = action;
        event.detail = detail == null || detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH);
        event.previous = last.map(previous -> previous.hash).orElse(BEGINNING);
        event.hash = hashOf(event);
        events.save(event);
    }

    /** Everything that happened to a subject, oldest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(String subject) {
        return events.findBySubjectOrderBySeqAsc(subject).stream()
                .map(e -> new Entry(e.seq, e.at, e.actor, e.actorName, e.actorTitle, e.action, e.detail))
                .toList();
    }

    /** Whether the chain of a subject is whole: no line changed, missing or put in between. */
    @Transactional(readOnly = true)
    public boolean isIntact(String subject) {
        String previous = BEGINNING;
        int seq = 0;
        for (AuditEvent event : events.findBySubjectOrderBySeqAsc(subject)) {
            if (event.seq != seq++ || !event.previous.equals(previous) || !event.hash.equals(hashOf(event))) {
                return false;
            }
            previous = event.hash;
        }
        return true;
    }

    private static String hashOf(AuditEvent e) {
        String line = String.join(
                "\u001f",
                e.previous,
                e.subject,
                Integer.toString(e.seq),
                e.at.toString(),
                e.actor,
                e.actorName,
                e.actorTitle,
                e.action,
                e.detail == null ? "" : e.detail);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e1) {
            throw new IllegalStateException("every Java platform has SHA-256", e1);
        }
    }
}
