package vn.hocba.scale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.hocba.MySqlServer;

@ExtendWith(MySqlServer.class)
@SpringBootTest
@ActiveProfiles({"test", "mysql"})
class ReadsDoNotGrowOnMySqlIT extends ReadsDoNotGrow {

    ReadsDoNotGrowOnMySqlIT() {
        super(40);
    }

    @DynamicPropertySource
    static void useTheServer(DynamicPropertyRegistry registry) {
        registry.add("HOCBA_DB_URL", MySqlServer::url);
        registry.add("HOCBA_DB_USER", () -> MySqlServer.USER);
        registry.add("HOCBA_DB_PASSWORD", () -> MySqlServer.PASSWORD);
        registry.add("spring.jpa.database-platform", MySqlServer::dialect);
    }

    @Override
    List<String> scans(Connection connection, Sent sent) throws SQLException {
        return RecordedStatements.send(connection, "explain " + sent.sql(), sent.values(), rows -> {
            List<String> scans = new ArrayList<>();
            while (rows.next()) {
                String extra = Objects.requireNonNullElse(rows.getString("Extra"), "");
                // A page in the order of an index ends with the page.
                boolean page = "index".equals(rows.getString("type"))
                        && sent.sql().toLowerCase(Locale.ROOT).contains(" limit ")
                        && !extra.contains("filesort")
                        && !extra.contains("temporary");
                if (List.of("ALL", "index").contains(Objects.requireNonNullElse(rows.getString("type"), ""))
                        && !page
                        && Growing.is(table(sent.sql(), rows.getString("table")))) {
                    scans.add(sent.call() + ": " + rows.getString("table") + " " + rows.getString("type") + " in "
                            + sent.sql());
                }
            }
            return scans;
        });
    }

    /** The plan names what the statement calls a table. */
    private static String table(String sql, String alias) {
        return Pattern.compile("(?i)\\b(?:from|join|,)\\s+(\\w+)\\s+(?:as\\s+)?" + Pattern.quote(alias) + "\\b")
                .matcher(sql)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse(alias);
    }

    @Override
    long rowsRead(Connection connection, Sent sent) throws SQLException {
        long before = handled(connection);
        long asking = handled(connection) - before;
        RecordedStatements.send(connection, sent.sql(), sent.values(), ResultSet::next);
        return handled(connection) - before - 2 * asking;
    }

    /** How often this session has asked the store for a row. */
    private static long handled(Connection connection) throws SQLException {
        return RecordedStatements.send(connection, "show session status like 'Handler_read%'", List.of(), rows -> {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(2);
            }
            return sum;
        });
    }
}
