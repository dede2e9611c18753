package vn.hocba.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.ReadModel;

/** How lists call records: by the pupil and the class. */
@Repository
@ReadModel(of = "school")
@Transactional(readOnly = true)
public class RecordNames {

    private static final String SELECT =
            """
            select r.id, p.full_name, c.name as class_name from year_record r
            join pupil p on p.id = r.pupil_id join school_class c on c.id = r.class_id where r.id in (:ids)
            union all select id, full_name, null from pupil where id in (:ids)
            """;

    private final JdbcClient jdbc;

    RecordNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param className null of a pupil without a record */
    public record Name(String pupilName, String className) {}

    /**
     * The names of records, and of pupils whose record was not opened.
     *
     * @param ids of year records or of pupils
     * @return by id; what is neither is missing
     */
    public Map<String, Name> of(Collection<String> ids) {
        Map<String, Name> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(SELECT).param("ids", ids).query(row -> {
                names.put(row.getString("id"), new Name(row.getString("full_name"), row.getString("class_name")));
            });
        }
        return names;
    }
}
