package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.fixture.OldDatabase;
import vn.hocba.shared.VietnameseText;

/** Pupils who are stored already are found by the folding of today. */
class SearchNamesMigrationTest {

    private final OldDatabase database = new OldDatabase("searchnames");
    private final JdbcClient jdbc = database.jdbc();

    @Test
    void everyStoredNameIsFoundAsIfItHadBeenStoredToday() {
        database.migrateTo("29");
        List<String> names = List.of(
                "Lý Thị Mỹ Kỳ", "Ly Sy Ry", "Huỳnh Thúy Vy", "Nguyễn Quý", "Ksor H’Yă", "Yến", "Byron Cyd", "Dương An");
        names.forEach(name -> jdbc.sql(
                        "insert into pupil (id, row_version, moet_code, full_name, search_name, birth_date, gender)"
                                + " values (?, 0, ?, ?, ?, '2020-03-15', 'Nam')")
                .params(name, name, name, before(name))
                .update());

        database.migrateTo("33");

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
}
