package vn.hocba.rehearsal;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.ReadModel;

/** Counts at the end of a played year what became of the records: what is final by the province's database, the rest by the school's. */
@Repository
@ReadModel(of = {"record", "registry"})
class YearBooks {

    private final JdbcClient jdbc;

    YearBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The school where the records were opened, and the one to which some moved.
     *
     * @param opened ids of the records, as they were opened
     */
    List<SchoolBalance> of(Scene scene, List<String> opened, Unit other) {
        int moved = opened.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from year_record where id in (:ids) and school_id <> :school")
                        .params(Map.of("ids", opened, "school", scene.school().id()))
                        .query(Integer.class)
                        .single();
        return List.of(of(scene.school(), opened.size(), 0, moved), of(other, 0, moved, 0));
    }

    private SchoolBalance of(Unit school, int opened, int came, int moved) {
        return new SchoolBalance(
                school.name(),
                opened,
                came,
                moved,
                registered(school, List.of("FROZEN", "REPORTED")),
                registered(school, List.of("REPORTED")),
                here(school, "r.state = 'LEFT'"),
                here(school, "r.state = 'RETRACTED'"),
                here(school, "r.state not in ('FROZEN', 'LEFT', 'RETRACTED')"));
    }

    private int registered(Unit school, List<String> states) {
        return jdbc.sql("select count(*) from registered_record where school_code = :school and state in (:states)")
                .params(Map.of("school", school.code(), "states", states))
                .query(Integer.class)
                .single();
    }

    private int here(Unit school, String where) {
        return jdbc.sql("select count(*) from year_record r where r.school_id = ? and " + where)
                .param(school.id())
                .query(Integer.class)
                .single();
    }
}
