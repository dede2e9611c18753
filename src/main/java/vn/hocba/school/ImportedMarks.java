package vn.hocba.school;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.tt27.Tt27Primary;
import vn.hocba.shared.KeyedTexts;

/** The marks that workbooks brought, waiting for the year to be opened. */
@Repository
@Transactional(readOnly = true)
public class ImportedMarks {

    /** The part that holds the homeroom teacher's columns. */
    public static final String HOMEROOM = "HOMEROOM";

    /** The part that holds what the list of pupils says about the year: what the pupil is measured by, and why; measures of the body. */
    public static final String LISTED = "LISTED";

    private static final List<String> OWN_CELLS = List.of("level", "mark", "comment", "excused", "unexcused");

    private final JdbcClient jdbc;

    ImportedMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a sheet said of a pupil; every value may be null.
     *
     * @param level T, H or C of a subject
     * @param mark KTĐK of a subject, 0 to 10
     * @param exempt «Miễn» for this subject
     * @param traits by the code of a cell, only in the part HOMEROOM: level T, Đ or C of a quality or competence, what was written about a group of them,
     *     measures of the body
     */
    public record Marks(
            String level,
            Integer mark,
            boolean exempt,
            String comment,
            Map<String, String> traits,
            Integer excused,
            Integer unexcused) {

        /** As they are kept: by the codes of the cells of the part in which they stand. */
        String stored() {
            Map<String, String> cells = new LinkedHashMap<>(traits == null ? Map.of() : traits);
            cells.put("level", exempt ? Tt27Primary.EXEMPT : level);
            cells.put("mark", Objects.toString(mark, null));
            cells.put("comment", comment);
            cells.put("excused", Objects.toString(excused, null));
            cells.put("unexcused", Objects.toString(unexcused, null));
            return KeyedTexts.write(cells);
        }

        /** The same read again. */
        static Marks of(String stored) {
            Map<String, String> cells = KeyedTexts.read(stored);
            Map<String, String> traits = new LinkedHashMap<>(cells);
            traits.keySet().removeAll(OWN_CELLS);
            boolean exempt = Tt27Primary.EXEMPT.equals(cells.get("level"));
            return new Marks(
                    exempt ? null : cells.get("level"),
                    number(cells.get("mark")),
                    exempt,
                    cells.get("comment"),
                    traits,
                    number(cells.get("excused")),
                    number(cells.get("unexcused")));
        }

        private static Integer number(String text) {
            return text == null ? null : Integer.valueOf(text);
        }
    }

    /**
     * What was imported of a pupil for one part.
     *
     * @param part a subject's code, {@link #HOMEROOM} or {@link #LISTED}
     * @param cells that say something, by code, as the regulation of the record keeps them
     */
    public record Row(String pupilId, String part, Map<String, String> cells) {}

    /** Told after marks of a class were imported, in the same transaction. */
    public record Changed(String classId) {}

    /** Everything that was imported for a class. */
    public List<Row> of(String classId) {
        return jdbc.sql("select pupil_id, part, payload from imported_mark where class_id = ?")
                .param(classId)
                .query((row, n) -> new Row(
                        row.getString("pupil_id"), row.getString("part"), KeyedTexts.read(row.getString("payload"))))
                .list();
    }
}
