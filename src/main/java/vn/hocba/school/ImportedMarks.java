package vn.hocba.school;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The marks that workbooks brought, waiting for the year to be opened. */
@Repository
@Transactional(readOnly = true)
public class ImportedMarks {

    /** The part that holds the homeroom teacher's columns. */
    public static final String HOMEROOM = "HOMEROOM";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ImportedMarks(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What a sheet said of a pupil; every value may be null.
     *
     * @param level T, H or C of a subject
     * @param mark KTĐK of a subject, 0 to 10
     * @param exempt «Miễn» for this subject
     * @param traits level T, Đ or C by the code of a quality or competence; only in the part HOMEROOM
     */
    public record Marks(
            String level,
            Integer mark,
            boolean exempt,
            String comment,
            Map<String, String> traits,
            Integer excused,
            Integer unexcused) {}

    /** The marks of a pupil in one part: a subject's code or {@link #HOMEROOM}. */
    public record Row(String pupilId, String part, Marks marks) {}

    /** Told after marks of a class were imported, in the same transaction. */
    public record Changed(String classId) {}

    /** Everything that was imported for a class. */
    public List<Row> of(String classId) {
        return jdbc.sql("select pupil_id, part, payload from imported_mark where class_id = ?")
                .param(classId)
                .query((row, n) ->
                        new Row(row.getString("pupil_id"), row.getString("part"), read(row.getString("payload"))))
                .list();
    }

    private Marks read(String payload) {
        try {
            return json.readValue(payload, Marks.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("imported marks are not readable", e);
        }
    }
}
