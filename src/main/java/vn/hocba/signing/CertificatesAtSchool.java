package vn.hocba.signing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;

/** The certificates of a school and of its staff, by their owner. */
@Repository
@ReadModel(of = "school")
@Transactional(readOnly = true)
public class CertificatesAtSchool {

    private static final String LATEST =
            "select c.owner_id, c.serial, c.not_after, c.revoked_at, case when c.revoked_at is null then 1 else 0 end as in_force";

    private final JdbcClient jdbc;

    CertificatesAtSchool(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A certificate.
     *
     * @param serial hexadecimal
     * @param revokedAt null where it was not
     */
    public record Held(String serial, Instant notAfter, Instant revokedAt) {}

    /** Of each who ever held one: of several the one that is not revoked and lasts longest. */
    public Map<String, Held> latest(String schoolId) {
        Map<String, Held> latest = new HashMap<>();
        jdbc.sql(LATEST + " from certificate c where c.owner_kind <> 'AUTHORITY' and c.owner_id = ? union all " + LATEST
                        + " from staff s join certificate c on c.owner_id = s.id where c.owner_kind <> 'AUTHORITY' and s.school_id = ?"
                        + " order by in_force, not_after")
                .params(schoolId, schoolId)
                .query(row -> {
                    latest.put(
                            row.getString("owner_id"),
                            new Held(
                                    row.getString("serial"),
                                    UtcTimes.read(row, "not_after"),
                                    UtcTimes.read(row, "revoked_at")));
                });
        return latest;
    }

    /** Who can sign at an instant: ids of staff, and the school's own for its seal. */
    public Set<String> valid(String schoolId, Instant at) {
        return new HashSet<>(jdbc.sql("select c.owner_id from certificate c where c.owner_id = :school and "
                        + valid(OwnerKind.ORGANISATION)
                        + " union select c.owner_id from staff p join certificate c on c.owner_id = p.id where p.school_id = :school and "
                        + valid(OwnerKind.PERSON))
                .param("school", schoolId)
                .param("now", UtcTimes.bind(at))
                .query(String.class)
                .list());
    }

    /** The condition that certificate {@code c} of such an owner is valid at {@code :now}, for the read models of others. */
    public static String valid(OwnerKind kind) {
        return "c.owner_kind = '" + kind + "' and c.revoked_at is null and c.not_before <= :now and c.not_after > :now";
    }
}
