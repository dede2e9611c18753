package vn.hocba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.hocba.shared.KeyedTexts;
import vn.hocba.workflow.CountsCheck;

/** An installation that is in use goes on with the newest schema: what was there stays, what is new is worked out from it. */
abstract class ExistingData {

    private JdbcClient jdbc;
    private YearBefore before;
    private Map<String, Integer> sizes;

    abstract DataSource empty();

    /** Where the database's own triggers are. */
    abstract String triggers();

    /** As {@code spring.flyway.init-sqls} has it; null: nothing. */
    abstract String initial();

    @BeforeEach
    void migrateWithAYearInIt() {
        DataSource database = empty();
        flyway(database).target("17.1").load().migrate();
        JdbcTemplate statements = new JdbcTemplate(database);
        before = new YearBefore(statements);
        before.write();
        sizes = before.sizes();
        flyway(database).load().migrate();
        jdbc = JdbcClient.create(statements);
    }

    private FluentConfiguration flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .initSql(initial())
                .locations("classpath:db/migration", "classpath:db/" + triggers());
    }

    @Test
    void anInstallationInUseGoesOnWithTheNewestSchema() {
        assertThat(before.sizes()).isEqualTo(sizes);
        theBoardsCountTheRecords();
        theIntakeCountsItsAnswers();
        whoHadDutiesAndRolesHasThem();
        theFreezeKnowsWhatWaitsForItAndWhoWasNotTold();
        whatWasEnteredStandsInItsCells();
        whatIsFrozenStaysSo();
        assertThat(texts("select id from batch where owner is null and lease_until is null"))
                .containsExactly("batch");
        assertThat(
                        texts(
                                "select holder_id from signing_session where id = 'batch' and holder_kind = 'UNIT' and state = 'OPEN'"))
                .containsExactly("A");
        assertThat(texts("select id from year_record where reward_declined = true"))
                .isEmpty();
    }

    private void whoHadDutiesAndRolesHasThem() {
        assertThat(texts("select concat(class_id, ' ', part, ' ', staff_id) from duty_term where held_until is null"
                        + " and held_from < '2001-01-01' order by 1"))
                .containsExactly("class-A HOMEROOM homeroom-A", "class-B HOMEROOM homeroom-B");
        assertThat(texts("select concat(staff_id, ' ', role, ' ', coalesce(capacity, '-')) from role_grant"
                        + " where held_until is null order by 1"))
                .containsExactly("homeroom-B CLERK -", "homeroom-B PRINCIPAL DEPUTY");
        assertThat(
                        texts(
                                "select concat(staff_id, ' ', role, ' ', capacity) from role_grant where held_until is not null"))
                .containsExactly("homeroom-B PRINCIPAL HEAD");
        assertThat(texts("select school_id from work_to_follow order by 1")).containsExactly("A", "B");
    }

    private void theBoardsCountTheRecords() {
        assertThat(texts("select id from year_record where rejected = true order by id"))
                .containsExactly("HOMEROOM", "PRINCIPAL");
        CountsCheck.everySchool(jdbc);
        assertThat(texts("select concat(school_id, ' ', school_year, ' ', studying) from school_size order by 1"))
                .containsExactly("A 2025 13", "A 2026 0", "B 2025 1");
        assertThat(
                        texts(
                                "select concat(accepted, ' ', frozen, ' ', no_teacher, ' ', rejected_principal) from school_progress where school_id = 'A'"))
                .containsExactly("2 2 1 1");
        assertThat(texts("select concat(holder_id, ' ', records, ' ', rejected) from homeroom_progress"))
                .containsExactly("homeroom-A 1 1");
    }

    private void theIntakeCountsItsAnswers() {
        assertThat(
                        texts(
                                "select concat(school_code, '/', class_name, ' ', accepted, ' ', rejected) from intake_count order by school_code, class_name"))
                .containsExactly("/ 7 2", "A/ 6 2", "A/1A 6 2", "B/ 1 0", "B/1A 1 0");
    }

    private void theFreezeKnowsWhatWaitsForItAndWhoWasNotTold() {
        assertThat(texts(
                        "select concat(state, ' ', school_code, ' ', case when programme_completed = true then 'yes' else 'no' end, ' ', versions)"
                                + " from registered_count order by state, school_code, programme_completed"))
                .containsExactly("ACCEPTED A no 1", "ACCEPTED A yes 1", "ACCEPTED B yes 1", "FROZEN A yes 2");
        assertThat(texts("select year_record_id from freeze_untold")).containsExactly(YearBefore.UNTOLD);
        assertThat(texts("select id from registered_record where held = true")).isEmpty();
        assertThat(texts("select concat(province_id, ' ', school_year) from cut_off_year"))
                .containsExactly("P 2025");
        assertThat(texts("select concat(reason, ' ', state) from cut_off_exception where reopen_error is null"))
                .containsExactly("NOT_COMPLETED ACCEPTED");
    }

    private void whatWasEnteredStandsInItsCells() {
        for (String record : YearBefore.FILLED) {
            assertThat(parts(record))
                    .containsExactly(
                            "TV SUBJECT 1 null 0 true " + Map.of("level", "T"),
                            "TOAN SUBJECT 2 homeroom-A 7 true "
                                    + new TreeMap<>(Map.of("comment", YearBefore.WORDS, "level", "M", "mark", "9")),
                            "NN1 SUBJECT 3 null 0 false " + new TreeMap<>(Map.of("level", "H", "mark", "0")),
                            "DD SUBJECT 4 null 0 false {}",
                            "AN SUBJECT 5 homeroom-A 0 false "
                                    + new TreeMap<>(Map.of("comment", YearBefore.LONG_WORDS, "level", "C")),
                            "HOMEROOM CLASS 1000 null 5 false "
                                    + new TreeMap<>(Map.of(
                                            "YN",
                                            "T",
                                            "PC1",
                                            "Đ",
                                            "NLC2",
                                            "C",
                                            "comment",
                                            YearBefore.WORDS,
                                            "excused",
                                            "3",
                                            "unexcused",
                                            "0",
                                            "heightCm",
                                            "131")));
        }
        assertThat(parts("OTHER"))
                .containsExactly("TV SUBJECT 1 null 0 true {level=T}", "HOMEROOM CLASS 1000 null 0 false {YN=T}");
        assertThat(texts("select cells from record_part"))
                .allSatisfy(text ->
                        assertThat(KeyedTexts.write(KeyedTexts.read(text))).isEqualTo(text));
        assertThat(texts("select distinct regulation from year_record")).containsExactly("TT27-2020");
        assertThat(texts("select payload from imported_mark order by part").stream()
                        .map(KeyedTexts::read)
                        .map(Map::toString))
                .containsExactly(
                        "{level=M}",
                        "{NLC1=T, PC1=Đ, comment=\"traits\":{}, excused=2, unexcused=0}",
                        "{comment=Em \"ngoan\" \\ 😀, level=H, mark=7}");
    }

    private List<String> parts(String record) {
        return jdbc.sql("select code, kind, ordinal, staff_id, row_version, finished, cells from record_part"
                        + " where year_record_id = ? order by ordinal")
                .param(record)
                .query((row, n) -> String.join(
                        " ",
                        row.getString("code"),
                        row.getString("kind"),
                        row.getString("ordinal"),
                        row.getString("staff_id"),
                        row.getString("row_version"),
                        Boolean.toString(row.getBoolean("finished")),
                        KeyedTexts.read(row.getString("cells")).toString()))
                .list();
    }

    private void whatIsFrozenStaysSo() {
        for (String forbidden : List.of(
                "update year_record set reward = null where id = 'FROZEN'",
                "update record_part set finished = false where year_record_id = 'FROZEN'",
                "delete from record_version where year_record_id = 'FROZEN'",
                "delete from registered_record where state = 'REPORTED'",
                "delete from record_supplement")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update()).as(forbidden).isInstanceOf(Exception.class);
        }
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    static DataSource database(String url, String user, String password) {
        return new DriverManagerDataSource(url, user, password);
    }
}
