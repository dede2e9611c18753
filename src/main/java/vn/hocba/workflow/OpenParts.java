package vn.hocba.workflow;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Part;

/** How much work of teachers waits at a school. Reads only, no decision about who may read. */
@Repository
@Transactional(readOnly = true)
public class OpenParts {

    private final JdbcClient jdbc;

    OpenParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What waits of a duty.
     *
     * @param part a subject's code, or {@link Part#CLASS} for what waits for the homeroom teacher
     * @param records that wait
     */
    public record Open(String classId, String part, int records) {}

    /** By class and duty; what nothing waits for is missing. */
    public List<Open> of(String schoolId) {
        return jdbc.sql("select class_id, step, part, count(*) as records from work_item where school_id = ?"
                        + " and state = 'OPEN' and step in ('COMMENTS', 'HOMEROOM') group by class_id, step, part")
                .param(schoolId)
                .query((row, n) -> new Open(
                        row.getString("class_id"),
                        Step.valueOf(row.getString("step")) == Step.HOMEROOM ? Part.CLASS : row.getString("part"),
                        row.getInt("records")))
                .list();
    }
}
