package vn.hocba.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What people wait for takes as long in a large province as in a small one. The statements are those that the calls behind the screens really send: one that is
 * written tomorrow is looked at too.
 */
@Import({RecordedStatements.class, WaitedFor.class, WaitedFor.Office.class, WaitedFor.Province.class})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReadsDoNotGrow {

    /** So the inbox asked until it was measured: one statement for what is the person's own and what is anybody's with the role. */
    private static final Sent WITH_OR = new Sent(
            "inbox",
            true,
            "select count(*) from work_item i where i.state = 'OPEN' and (i.assignee_id = ?"
                    + " or (i.assignee_id is null and i.school_id = ? and i.role in (?)))",
            List.of("s0000101", "u00001", "TEACHER"));

    private static final int FEW = 3;

    @Autowired
    DataSource dataSource;

    @Autowired
    WaitedFor waitedFor;

    private final int more;
    private final List<Sent> statements = new ArrayList<>();
    private final Map<Sent, Long> readOfFew = new LinkedHashMap<>();

    /** @param more schools in the larger province: small tables are read whole by some databases, and rightly */
    ReadsDoNotGrow(int more) {
        this.more = more;
    }

    /**
     * A statement that a call sends.
     *
     * @param own whether it is about the person's own share of the work
     */
    record Sent(String call, boolean own, String sql, List<Object> values) {}

    /** Where a statement reads a table that grows from end to end; empty where it does not. */
    abstract List<String> scans(Connection connection, Sent sent) throws SQLException;

    /** How many rows a statement reads, in tables and indexes. */
    abstract long rowsRead(Connection connection, Sent sent) throws SQLException;

    @BeforeAll
    void listenInASmallProvinceAndLetItGrow() throws SQLException {
        FilledProvince province = new FilledProvince(dataSource);
        province.grow(FEW);
        waitedFor.in(province).forEach(call -> RecordedStatements.during(
                        () -> call.work().get())
                .forEach((sql, values) -> {
                    if (sql.stripLeading().toLowerCase(Locale.ROOT).startsWith("select")) {
                        statements.add(new Sent(call.name(), call.own(), sql, values));
                    }
                }));
        statements.add(WITH_OR);
        try (Connection connection = dataSource.getConnection()) {
            for (Sent sent : statements) {
                readOfFew.put(sent, rowsRead(connection, sent));
            }
        }
        province.grow(more);
    }

    @Test
    void noTableThatGrowsIsReadFromEndToEnd() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(allScans(connection)).isEmpty();
        }
    }

    @Test
    void noMoreRowsAreReadForMoreSchools() throws SQLException {
        List<String> grown = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (Sent sent : real()) {
                if (grows(connection, sent)) {
                    grown.add(sent.call() + ": " + readOfFew.get(sent) + ", then " + rowsRead(connection, sent) + ": "
                            + sent.sql());
                }
            }
        }
        assertThat(grown).isEmpty();
    }

    @Test
    void oneStatementWithOrWouldBeFound() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThat(grows(connection, WITH_OR)).isTrue();
        }
    }

    /** The scans of all statements that the calls sent. */
    List<String> allScans(Connection connection) throws SQLException {
        List<String> scans = new ArrayList<>();
        for (Sent sent : real()) {
            scans.addAll(scans(connection, sent));
        }
        return scans;
    }

    private List<Sent> real() {
        return statements.subList(0, statements.size() - 1);
    }

    /** A board of the province may read a few counts for each of its schools, never its classes or records. */
    private boolean grows(Connection connection, Sent sent) throws SQLException {
        long allowed = sent.own() ? 20 : 5L * (more - FEW);
        return rowsRead(connection, sent) > readOfFew.get(sent) + allowed;
    }
}
