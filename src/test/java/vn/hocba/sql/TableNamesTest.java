package vn.hocba.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.shared.ReadModel;
import vn.hocba.sql.TableNames.Named;

/** No statement slips through because of how it is written or put together. */
class TableNamesTest {

    private static final TableNames NAMES = new TableNames(Map.of(
            "pupil", "pupil", "year_record", "year_record", "YearRecord", "year_record", "work_item", "work_item"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            select p.name from pupil p                                                     | pupil READ
            SELECT name FROM Pupil                                                         | pupil READ
            select x from other o, pupil p where p.id = o.id                               | pupil READ
            select x from (select id from year_record) r, pupil p                          | year_record READ, pupil READ
            select x from a where exists (select 1 from pupil)                             | pupil READ
            select x from school.pupil                                                     | pupil READ
            select r from YearRecord r where r.id = :id                                    | year_record READ
            select x from a left join pupil p on p.id = a.id, b                            | pupil READ
            insert into pupil (id) values (1)                                              | pupil WRITE
            insert into work_item (id) select id from year_record                          | work_item WRITE, year_record READ
            update pupil set name = 'x'                                                    | pupil WRITE
            delete from pupil where id = 1                                                 | pupil WRITE
            update work_item set a = 1 where school in (select id from pupil)              | work_item WRITE, pupil READ
            insert into work_item (id) values (?) on duplicate key update pupil = 1        | work_item WRITE
            ' join pupil p on p.id = r.pupil_id '                                          | pupil READ
            ', pupil p where p.id = r.pupil_id'                                            | pupil READ
            ', year_record r where 1 = 1'                                                  | year_record READ
            work_item                                                                      | work_item WRITE
            select pupil, pupil_id from other                                              | ''
            select 'from pupil' as x from other                                            | ''
            select x from other where a = :from and pupil > :pupil                         | ''
            Không tìm thấy học sinh (pupil)                                                | ''
            """)
    void tablesAreFoundWhereverTheyStand(String text, String expected) {
        assertThat(NAMES.in(text).named().stream()
                        .map(named -> named.table() + " " + named.use())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @Test
    void aLockIsOnEveryTableOfTheStatement() {
        assertThat(NAMES.in("select 1 from pupil p join year_record r on r.id = p.id for update")
                        .named())
                .hasSize(2)
                .allMatch(Named::locked);
        assertThat(NAMES.in("select 1 from pupil").named()).noneMatch(Named::locked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select x from \u0001 where a = 1", "select x from ", "insert into \u0001 (id)", " for update"})
    void aTableThatIsPutInIsSaid(String text) {
        assertThat(NAMES.in(text).open()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken from \u0001", "select x from pupil where a = \u0001", "select x from (\u0001) y"})
    void whatIsPutInElsewhereIsNoTable(String text) {
        assertThat(NAMES.in(text).open()).isFalse();
    }

    @Test
    void aStatementThatIsPutTogetherIsReadAsTheCompilerLeavesIt() throws IOException {
        Constants constants = Constants.of(compiled(PutTogether.class));

        assertThat(constants.readModelOf()).containsExactly("school", "record");
        assertThat(constants.texts().stream()
                        .flatMap(text -> NAMES.in(text).named().stream())
                        .map(Named::table))
                .contains("pupil", "year_record", "work_item");
        assertThat(constants.texts().stream().anyMatch(text -> NAMES.in(text).open()))
                .isTrue();
    }

    /** Every way in which a statement can come to be in pieces. */
    @ReadModel(of = {"school", "record"})
    private static final class PutTogether {

        private static final String TABLE = "pup" + "il";
        private static final String FOLDED = "select x from " + TABLE;

        private PutTogether() {}

        static List<String> statements(boolean some, String given) {
            return List.of(
                    FOLDED,
                    "select x fr" + "om year_" + "record where a = " + given,
                    some ? " join work_item i on i.id = r.id" : "",
                    "select x from " + given);
        }
    }

    private static byte[] compiled(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return in.readAllBytes();
        }
    }
}
