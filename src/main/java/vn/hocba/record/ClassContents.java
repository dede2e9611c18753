package vn.hocba.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Reward;
import vn.hocba.shared.KeyedTexts;

/** Everything that was entered for the pupils of a class, in one statement whatever their number. */
@Component
@Transactional(readOnly = true)
public class ClassContents {

    private static final String PARTS =
            "select r.id, r.grade, r.reward, r.reward_declined, r.assessed_by, r.promotion_decided, p.code, p.finished, p.row_version, p.cells"
                    + " from year_record r join record_part p on p.year_record_id = r.id where r.class_id = ?"
                    + " order by r.ordinal, p.ordinal";

    private final JdbcClient jdbc;

    ClassContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One part, without what stands in it.
     *
     * @param finished whether the teacher of a subject has said «Hoàn tất»
     */
    public record State(String code, boolean finished, long rowVersion) {}

    /**
     * What was entered for a pupil.
     *
     * @param parts in the order of the form
     */
    public record Entered(Contents contents, List<State> parts) {

        public Entered {
            parts = List.copyOf(parts);
        }
    }

    /** By record, in the order of the class list. */
    public Map<String, Entered> of(String classId) {
        Map<String, Gathered> gathered = new LinkedHashMap<>();
        jdbc.sql(PARTS).param(classId).query(row -> {
            String id = row.getString("id");
            Gathered pupil = gathered.get(id);
            if (pupil == null) {
                pupil = new Gathered(row);
                gathered.put(id, pupil);
            }
            pupil.add(row);
        });
        Map<String, Entered> entered = new LinkedHashMap<>();
        gathered.forEach((id, pupil) -> entered.put(id, pupil.entered()));
        return entered;
    }

    private static final class Gathered {

        private final int grade;
        private final Beside beside;
        private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        private final List<State> parts = new ArrayList<>();

        Gathered(ResultSet row) throws SQLException {
            grade = row.getInt("grade");
            Object decided = row.getObject("promotion_decided");
            beside = new Beside(
                    new Reward(row.getString("reward"), row.getBoolean("reward_declined"), null),
                    AssessedBy.valueOf(row.getString("assessed_by")),
                    decided == null ? null : Boolean.valueOf(row.getBoolean("promotion_decided")));
        }

        void add(ResultSet row) throws SQLException {
            String code = row.getString("code");
            cells.put(code, KeyedTexts.read(row.getString("cells")));
            parts.add(new State(code, row.getBoolean("finished"), row.getLong("row_version")));
        }

        Entered entered() {
            return new Entered(beside.with(grade, cells), parts);
        }
    }
}
