package vn.hocba.rehearsal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.shared.ReadModel;
import vn.hocba.workflow.Step;

/** Where the records of a played year are; there is one school with them, and the one to which some pupils move. */
@Repository
@ReadModel(of = {"school", "record", "request", "cutoff"})
class PlayedRecords {

    private final JdbcClient jdbc;

    PlayedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a school, by class and place in its list. */
    List<String> of(String schoolId, int schoolYear) {
        return jdbc.sql("select r.id from year_record r join school_class c on c.id = r.class_id"
                        + " where r.school_id = ? and r.school_year = ? order by c.grade, c.name, r.ordinal")
                .params(schoolId, schoolYear)
                .query(String.class)
                .list();
    }

    /** Those of a school that, as far as is known, have no summer before them. */
    List<String> withoutSummer(String schoolId) {
        return jdbc.sql(
                        "select id from year_record where coalesce(overall_result, '') <> 'NOT_COMPLETED' and school_id = ?")
                .param(schoolId)
                .query(String.class)
                .list();
    }

    List<String> waiting(Step step) {
        return jdbc.sql("select id from year_record where state = ? order by id")
                .param(step.state().name())
                .query(String.class)
                .list();
    }

    boolean areSubmitted() {
        return count("select count(*) from year_record where state = 'SUBMITTED'") > 0;
    }

    boolean areMoving() {
        return count("select count(*) from record_request where kind = 'TRANSFER' and state = 'OPEN'") > 0;
    }

    /** Whether the first cut-off has left out some that were not opened again for the summer yet. */
    boolean waitForSummer() {
        return count("select count(*) from cut_off_exception where reason = 'NOT_COMPLETED' and reassessed = false")
                > 0;
    }

    int grade(String record) {
        return Integer.parseInt(one("select grade from year_record where id = ?", record));
    }

    String classId(String record) {
        return one("select class_id from year_record where id = ?", record);
    }

    String schoolId(String record) {
        return one("select school_id from year_record where id = ?", record);
    }

    private String one(String sql, String id) {
        return jdbc.sql(sql).param(id).query(String.class).single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
