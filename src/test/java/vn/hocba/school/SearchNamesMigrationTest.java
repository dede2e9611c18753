package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.shared.VietnameseText;

/** Pupils who are stored already are found by the folding of today. */
class SearchNamesMigrationTest {

    private final DataSource database = database();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void everyStoredNameIsFoundAsIfItHadBeenStoredToday() {
        migrateTo("29");
        List<String> names = List.of(
                "Lý Thị Mỹ Kỳ", "Ly Sy Ry", "Huỳnh Thúy Vy", "Nguyễn Quý", "Ksor H’Yă", "Yến", "Byron Cyd", "Dương An");
        names.forEach(name -> jdbc.sql(
                        "insert into pupil (id, row_version, moet_code, full_name, search_name, birth_date, gender)"
                                + " values (?, 0, ?, ?, ?, '2020-03-15', 'Nam')")
                .params(name, name, name, before(name))
                .update());

        migrateTo("33");

        names.forEach(name -> assertThat(jdbc.sql("select search_name from pupil where id = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .isEqualTo(VietnameseText.searchKey(name)));
    }

    /** The key of names as it was until V33. */
    private static String before(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/h2")
                .target(version)
                .load()
                .migrate();
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:searchnames;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
        return database;
    }
}
