package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.fixture.OldDatabase;

/** What a database that is in use knows of communes, of days of entry and of former schools goes along; occupations go. */
class FormMigrationTest {

    private final OldDatabase database = new OldDatabase("form");
    private final JdbcClient jdbc = database.jdbc();

    @Test
    void whatIsPlainGoesAlongAndWhatIsNotIsLeftEmpty() {
        database.migrateTo("44");
        jdbc.sql("set referential_integrity false").update();
        unit("ward", "Phường Bến Thành");
        unit("commune", "xã Tả Van");
        unit("city", "Thành phố Hồ Chí Minh");
        unit("none", null);
        enrolled("moved", "2026-10-01", null);
        enrolled("another-class", "2026-11-01", "2026-11-01");
        enrolled("listed", null, null);
        jdbc.sql(
                        "insert into school_record (id, row_version, pupil_id, level, lookup_code, origin) values ('l', 0, 'p', 'PRIMARY', ?, 'BORN_DIGITAL')")
                .param("0".repeat(32))
                .update();
        jdbc.sql(
                        "insert into year_record (id, row_version, school_record_id, pupil_id, school_id, class_id, school_year, grade,"
                                + " ordinal, state, version_no, state_since) values ('r', 0, 'l', 'p', 's', 'c', 2026, 3, 1, 'COMMENTING', 1, current_timestamp)")
                .update();
        jdbc.sql("insert into record_arrival (year_record_id, row_version, arrived_on, former_school, recorded_at)"
                        + " values ('r', 0, date '2026-10-01', 'Trường ở Nhật Bản', current_timestamp)")
                .update();

        database.migrateTo("47.1");

        assertThat(list("select concat(id, ': ', commune) from org_unit where commune is not null order by id"))
                .containsExactly("commune: xã Tả Van", "ward: Phường Bến Thành");
        assertThat(list("select concat(pupil_id, ' ', entered_on) from enrolment where entered_on is not null"))
                .containsExactly("moved 2026-10-01");
        assertThat(
                        list(
                                "select concat(pupil_id, ' ', school_year, ' ', level, ' ', school_name, ' ', origin) from pupil_study"))
                .containsExactly("p 2026 PRIMARY Trường ở Nhật Bản ARRIVAL");
        assertThat(list("select column_name from information_schema.columns where lower(table_name) = 'pupil'"))
                .isNotEmpty()
                .noneMatch(column -> column.toLowerCase(java.util.Locale.ROOT).endsWith("_job"));
    }

    private void unit(String id, String place) {
        jdbc.sql("insert into org_unit (id, row_version, code, kind, name, path, level, place, valid_from)"
                        + " values (?, 0, ?, 'SCHOOL', 'Trường', ?, 'PRIMARY', ?, date '2020-01-01')")
                .params(id, id, "/" + id + "/", place)
                .update();
    }

    private void enrolled(String pupil, String since, String decided) {
        jdbc.sql(
                        "insert into enrolment (id, row_version, pupil_id, class_id, school_id, school_year, status, ordinal, since, decided_on)"
                                + " values (?, 0, ?, 'c', 's', 2026, 'STUDYING', 1, ?, ?)")
                .params(pupil, pupil, since, decided)
                .update();
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
