package vn.hocba.signing.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.session.StoredSession.State;

/** The sessions that are not at their end. Every change of the state is one conditional update: of two nodes that try, one may. */
@Repository
public class StoredSessions {

    private static final int REASON_LENGTH = 500;

    private static final String ALL =
            "select ends_at, id, holder_kind, holder_id, serial, provider, state, reference, asked_kind, asked_text, asked_detail,"
                    + " reason from signing_session";

    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final Clock clock;

    StoredSessions(JdbcClient jdbc, Drafts drafts, Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Begins one. */
    public void add(String id, KeyHolder holder, String serial, String provider, State state) {
        jdbc.sql("insert into signing_session (id, holder_kind, holder_id, serial, provider, state, opened_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        holder.kind().name(),
                        holder.id(),
                        serial,
                        provider,
                        state.name(),
                        UtcTimes.bind(clock.instant()))
                .update();
    }

    public Optional<StoredSession> find(String id) {
        return jdbc.sql(ALL + " where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Those of these ids that there are. */
    public List<StoredSession> of(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(ALL + " where id in (:ids)")
                        .param("ids", ids)
                        .query((row, n) -> read(row))
                        .list();
    }

    /** Those whose confirmation comes from elsewhere. */
    public List<StoredSession> elsewhere() {
        return jdbc.sql(ALL + " where state <> 'OPEN' order by opened_at")
                .query((row, n) -> read(row))
                .list();
    }

    /** The holder was asked. */
    void asked(String id, ConsentProvider.Asked asked) {
        Confirmation confirmation = asked.confirmation();
        String kind;
        String words;
        String detail;
        if (confirmation instanceof Confirmation.Consent consent) {
            kind = "CONSENT";
            words = consent.text();
            detail = consent.link();
        } else if (confirmation instanceof Confirmation.Program program) {
            kind = "PROGRAM";
            words = program.text();
            detail = program.challenge();
        } else {
            throw new IllegalStateException("a provider that asks later cannot ask for " + confirmation);
        }
        jdbc.sql("update signing_session set state = 'ASKED', reference = ?, asked_kind = ?, asked_text = ?,"
                        + " asked_detail = ?, ends_at = ? where id = ? and state = 'PREPARING'")
                .params(asked.reference(), kind, words, detail, UtcTimes.bind(confirmation.until()), id)
                .update();
    }

    /** The holder has confirmed, and these are the values. */
    @Transactional
    public void answered(String id, ConsentProvider.Given given) {
        if (move(id, State.ANSWERED, null)) {
            drafts.keep(id, given);
        }
    }

    /** Nothing comes of it. */
    void turnedDown(String id, String reason) {
        move(id, State.TURNED_DOWN, reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH));
    }

    private boolean move(String id, State to, String reason) {
        return jdbc.sql("update signing_session set state = ?, reason = ? where id = ? and state = 'ASKED'")
                        .params(to.name(), reason, id)
                        .update()
                == 1;
    }

    /** What was prepared so far may not be what would be signed now: the holder must not be asked for it. */
    @Transactional
    public void forgetDrafts(String id) {
        drafts.removeAll(id);
    }

    /** Forgets a session with its drafts. */
    @Transactional
    public void remove(String id) {
        drafts.removeAll(id);
        jdbc.sql("delete from signing_session where id = ?").param(id).update();
    }

    private static StoredSession read(ResultSet row) throws SQLException {
        return new StoredSession(
                row.getString("id"),
                new KeyHolder(KeyHolder.Kind.valueOf(row.getString("holder_kind")), row.getString("holder_id")),
                row.getString("serial"),
                row.getString("provider"),
                State.valueOf(row.getString("state")),
                row.getString("reference"),
                confirmation(row, UtcTimes.read(row, "ends_at")),
                row.getString("reason"));
    }

    private static Confirmation confirmation(ResultSet row, Instant until) throws SQLException {
        String kind = row.getString("asked_kind");
        if (kind == null) {
            return null;
        }
        String words = row.getString("asked_text");
        String detail = row.getString("asked_detail");
        return kind.equals("CONSENT")
                ? new Confirmation.Consent(words, detail, until)
                : new Confirmation.Program(words, detail, until);
    }
}
