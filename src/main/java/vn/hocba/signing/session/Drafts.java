package vn.hocba.signing.session;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/** Signatures that lack only their value, as they wait for a consent: enough to make each anew, byte for byte, and to see whether it is still the same. */
@Repository
public class Drafts {

    private static final int REASON_LENGTH = 500;

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A draft.
     *
     * @param version of the record that it was made from
     * @param signedAt whole seconds; stands in what is signed
     * @param hash SHA-256 of what is signed, hexadecimal
     * @param value of the signature; null until it comes
     * @param refusal why the provider did not sign it; null unless it said so
     */
    public record Draft(String id, int version, Instant signedAt, String hash, byte[] value, String refusal) {}

    /** Keeps a draft; an earlier one of the same target is forgotten. */
    public void put(SigningSession.Id session, String targetId, int version, Instant signedAt, byte[] sha256) {
        remove(session, targetId);
        jdbc.sql("insert into signing_draft (id, session_id, target_id, version_no, signed_at, hash)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        session.value(),
                        targetId,
                        version,
                        UtcTimes.bind(signedAt),
                        HexFormat.of().formatHex(sha256))
                .update();
    }

    /** The draft of a target. */
    public Optional<Draft> find(SigningSession.Id session, String targetId) {
        return jdbc.sql("select id, version_no, signed_at, hash, signature, refusal from signing_draft"
                        + " where session_id = ? and target_id = ?")
                .params(session.value(), targetId)
                .query((row, n) -> new Draft(
                        row.getString("id"),
                        row.getInt("version_no"),
                        UtcTimes.read(row, "signed_at"),
                        row.getString("hash"),
                        row.getBytes("signature"),
                        row.getString("refusal")))
                .optional();
    }

    /** It was used. */
    public void remove(SigningSession.Id session, String targetId) {
        jdbc.sql("delete from signing_draft where session_id = ? and target_id = ?")
                .params(session.value(), targetId)
                .update();
    }

    List<ConsentProvider.Hash> hashes(String sessionId) {
        return jdbc.sql("select id, hash from signing_draft where session_id = ? order by id")
                .param(sessionId)
                .query((row, n) -> new ConsentProvider.Hash(
                        row.getString("id"), HexFormat.of().parseHex(row.getString("hash"))))
                .list();
    }

    void keep(String sessionId, ConsentProvider.Given given) {
        for (Map.Entry<String, byte[]> value : given.values().entrySet()) {
            jdbc.sql("update signing_draft set signature = ? where session_id = ? and id = ?")
                    .params(value.getValue(), sessionId, value.getKey())
                    .update();
        }
        for (Map.Entry<String, String> refusal : given.refusals().entrySet()) {
            String reason = refusal.getValue();
            jdbc.sql("update signing_draft set refusal = ? where session_id = ? and id = ?")
                    .params(
                            reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH),
                            sessionId,
                            refusal.getKey())
                    .update();
        }
    }

    void removeAll(String sessionId) {
        jdbc.sql("delete from signing_draft where session_id = ?")
                .param(sessionId)
                .update();
    }
}
