package vn.hocba.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class ReadsDoNotGrowTest extends ReadsDoNotGrow {

    /** Of a plan: «"PUBLIC"."WORK_ITEM" "I" /* PUBLIC.WORK_ITEM_ROLE: SCHOOL_ID = ?1 *&#47;». */
    private static final Pattern ACCESS =
            Pattern.compile("\"PUBLIC\"\\.\"(\\w+)\"(?: \"\\w+\")?\\s*/\\* PUBLIC\\.(\\S+?)(?:: ([^*]*?))? \\*/");

    private static final Pattern SCANNED = Pattern.compile("/\\* scanCount: (\\d+) \\*/");

    ReadsDoNotGrowTest() {
        super(13);
    }

    /** A statement that is kept prepared goes on as it was planned, and the first time may have been before the first school came. */
    @Test
    void norWhenItWasPlannedWhileTheTablesWereEmpty() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Connection empty = DriverManager.getConnection("jdbc:h2:mem:;MODE=MySQL")) {
            copyTables(connection, empty);
            assertThat(allScans(empty)).isEmpty();
        }
    }

    @Test
    void aPlanThatReadsAWholeIndexIsFound() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(scans(
                            connection,
                            new Sent(
                                    "any",
                                    true,
                                    "select id from work_item where state = 'OPEN' and (assignee_id = ? or role = ?)",
                                    List.of("s", "r"),
                                    1)))
                    .isNotEmpty();
        }
    }

    @Override
    List<String> scans(Connection connection, Sent sent) throws SQLException {
        String plan =
                RecordedStatements.send(connection, "explain " + sent.sql(), sent.values(), ReadsDoNotGrowTest::first);
        Map<String, String> firstColumns = firstColumns(connection);
        List<String> scans = new ArrayList<>();
        Matcher access = ACCESS.matcher(plan);
        while (access.find()) {
            String conditions = access.group(3);
            // A page in the order of an index ends with the page.
            boolean page = plan.contains("/* index sorted */") && firstColumns.containsKey(access.group(2));
            if (Growing.is(access.group(1))
                    && !page
                    && !narrows(conditions, firstColumns.getOrDefault(access.group(2), "no index"))) {
                scans.add(sent.call() + ": " + access.group() + " in " + sent.sql());
            }
        }
        return scans;
    }

    /** Where only later columns of an index are known, all of it is read; and «null» may be in every row. */
    private static boolean narrows(String conditions, String firstColumn) {
        return conditions != null
                && Pattern.compile("\\b" + firstColumn + "\\b")
                        .matcher(conditions)
                        .find()
                && !conditions.replaceAll("\\s+", " ").strip().matches("\"?\\w+\"? IS NULL");
    }

    private static Map<String, String> firstColumns(Connection connection) throws SQLException {
        return RecordedStatements.send(
                connection,
                "select index_name, column_name from information_schema.index_columns where ordinal_position = 1",
                List.of(),
                rows -> {
                    Map<String, String> columns = new HashMap<>();
                    while (rows.next()) {
                        columns.put(rows.getString(1), rows.getString(2));
                    }
                    return columns;
                });
    }

    @Override
    long rowsRead(Connection connection, Sent sent) throws SQLException {
        String plan = RecordedStatements.send(
                connection, "explain analyze " + sent.sql(), sent.values(), ReadsDoNotGrowTest::first);
        return SCANNED.matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static String first(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getString(1);
    }

    private static void copyTables(Connection from, Connection to) throws SQLException {
        try (Statement read = from.createStatement();
                Statement write = to.createStatement();
                ResultSet script = read.executeQuery("script nodata nosettings")) {
            while (script.next()) {
                write.execute(script.getString(1).replaceAll(" SELECTIVITY \\d+", ""));
            }
        }
    }
}
