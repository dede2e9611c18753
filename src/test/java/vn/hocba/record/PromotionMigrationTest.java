package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.fixture.OldDatabase;

/** What a database that is in use knows of decisions on promotion and of supplementary assessment goes along. */
class PromotionMigrationTest {

    private final OldDatabase database = new OldDatabase("promotion");
    private final JdbcClient jdbc = database.jdbc();

    private void record(String id, String state, int version, Boolean completed, Boolean promoted) {
        jdbc.sql(
                        "insert into year_record (id, row_version, school_record_id, pupil_id, school_id, class_id, school_year, grade,"
                                + " ordinal, state, version_no, state_since, programme_completed, promoted)"
                                + " values (?, 0, 'l', ?, 's', 'c', 2025, 3, 1, ?, ?, current_timestamp, ?, ?)")
                .params(id, id, state, version, completed, promoted)
                .update();
    }

    private void decided(String record, String decision) {
        jdbc.sql(
                        "insert into record_request (id, row_version, kind, year_record_id, pupil_name, class_name, school_year, school_id,"
                                + " state, reason, details, asked_by, asked_by_name, asked_at)"
                                + " values (?, 0, 'PROMOTION', ?, 'Em', '3A', 2025, 's', 'DONE', 'r', '{}', 'gv', 'Cô', current_timestamp)")
                .params("q" + record, record)
                .update();
        jdbc.sql("insert into request_decision (id, row_version, request_id, step, decision, by_name, at)"
                        + " values (?, 0, ?, 'DECIDE', ?, 'Hiệu trưởng', current_timestamp)")
                .params("d" + record, "q" + record, decision)
                .update();
    }

    private void missed(String record, String reason, boolean reassessed, String error) {
        jdbc.sql(
                        "insert into cut_off_exception (id, cut_off_id, school_id, class_id, pupil_id, year_record_id, reason, reassessed,"
                                + " reopen_error) values (?, 'w', 's', 'c', 'p', ?, ?, ?, ?)")
                .params("x" + record, record, reason, reassessed, error)
                .update();
    }

    private String decision(String record) {
        return jdbc.sql("select promotion_decided from year_record where id = ?")
                .param(record)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .single();
    }

    @Test
    void decisionsAndOpenedAssessmentsGoAlongAndWhatOnlyFollowedFromAnEarlierSignatureDoesNot() {
        database.migrateTo("26");
        jdbc.sql("set referential_integrity false").update();
        record("stale", "HOMEROOM", 1, false, true);
        record("promoted", "HOMEROOM", 2, false, true);
        decided("promoted", "APPROVED");
        record("retained", "SUBMITTED", 2, false, false);
        decided("retained", "RETAINED");
        record("completed", "ACCEPTED", 2, true, true);
        record("frozen", "FROZEN", 2, false, false);
        decided("frozen", "RETAINED");
        missed("frozen", "NOT_COMPLETED", true, null);
        missed("retained", "NOT_COMPLETED", true, null);
        missed("promoted", "NOT_COMPLETED", false, null);
        missed("completed", "NOT_ACCEPTED", false, null);
        missed("stale", "NOT_COMPLETED", true, "lost");

        database.migrateTo("28");

        assertThat(decision("promoted")).isEqualToIgnoringCase("true");
        assertThat(decision("retained")).isEqualToIgnoringCase("false");
        assertThat(decision("stale")).isEqualTo("null");
        assertThat(decision("completed")).isEqualTo("null");
        assertThat(decision("frozen")).isEqualTo("null");
        assertThat(jdbc.sql("select id from year_record where supplementary_assessment = true")
                        .query(String.class)
                        .list())
                .containsExactly("retained");
    }
}
