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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What people wait for takes as long in a large province as in a small one. The statements are those that the calls behind the screens really send: one that is
 * written tomorrow is looked at too.
 */
@Import({RecordedStatements.class, WaitedFor.class, WaitedFor.Office.class, WaitedFor.Province.class})
@DirtiesContext
abstract class ReadsDoNotGrow {

    /** So the inbox asked until it was measured: one statement for what is the person's own and what is anybody's with the role. */
    private static final Sent WITH_OR = new Sent(
            "inbox",
            true,
            "select count(*) from work_item i where i.state = 'OPEN' and (i.assignee_id = ?"
                    + " or (i.assignee_id is null and i.school_id = ? and i.role in (?)))",
            List.of("s0000101", "u00001", "TEACHER"),
            1);

    private static final int FEW = 3;
    private static final int MOST_TIMES = 4;

    private static final List<Sent> STATEMENTS = new ArrayList<>();
    private static final Map<Sent, Long> READ_OF_FEW = new LinkedHashMap<>();

    @Autowired
    DataSource dataSource;

    @Autowired
    WaitedFor waitedFor;

    private final int more;

    /** @param more schools in the larger province: small tables are read whole by some databases, and rightly */
    ReadsDoNotGrow(int more) {
        this.more = more;
    }

    /**
     * A statement that a call sends.
     *
     * @param own whether it is about the person's own share of the work
     * @param times how often one call sends it
     */
    record Sent(String call, boolean own, String sql, List<Object> values, int times) {}

    /** Where a statement reads a table that grows from end to end; empty where it does not. */
    abstract List<String> scans(Connection connection, Sent sent) throws SQLException;

    /** How many rows a statement reads, in tables and indexes. */
    abstract long rowsRead(Connection connection, Sent sent) throws SQLException;

    @AfterAll
    static void forget() {
        STATEMENTS.clear();
        READ_OF_FEW.clear();
    }

    @BeforeEach
    void listenOnceInASmallProvinceAndLetItGrow() throws SQLException {
        if (!STATEMENTS.isEmpty()) {
            return;
        }
        FilledProvince province = new FilledProvince(dataSource);
        province.grow(FEW);
        waitedFor.count();
        waitedFor.in(province).forEach(call -> RecordedStatements.during(
                        () -> call.work().get())
                .forEach((sql, recorded) -> {
                    if (sql.toLowerCase(Locale.ROOT).matches("(?s)[\\s(]*select\\b.*")) {
                        STATEMENTS.add(new Sent(call.name(), call.own(), sql, recorded.values(), recorded.times()));
                    }
                }));
        STATEMENTS.add(WITH_OR);
        try (Connection connection = dataSource.getConnection()) {
            for (Sent sent : STATEMENTS) {
                READ_OF_FEW.put(sent, rowsRead(connection, sent));
            }
        }
        province.grow(more);
        waitedFor.count();
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
                    grown.add(sent.call() + ": " + READ_OF_FEW.get(sent) + ", then " + rowsRead(connection, sent) + ": "
                            + sent.sql());
                }
            }
        }
        assertThat(grown).isEmpty();
    }

    /** A school has ten classes here, a class 24 pupils, a person five batches. */
    @Test
    void noStatementIsSentForEachRowOfAnother() {
        assertThat(real()).allMatch(sent -> sent.times() <= MOST_TIMES);
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
        return STATEMENTS.subList(0, STATEMENTS.size() - 1);
    }

    /** A board of the province may read a few counts for each of its schools, never its classes (of which there are ten) or records. */
    private boolean grows(Connection connection, Sent sent) throws SQLException {
        long allowed = sent.own() ? 20 : 6L * (more - FEW);
        return rowsRead(connection, sent) > READ_OF_FEW.get(sent) + allowed;
    }
}
