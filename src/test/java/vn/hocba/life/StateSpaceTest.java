package vn.hocba.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.life.OneLife.Move;

/**
 * Every place where a record can stand, with all processes together: found by doing, from every place, everything that can happen there. Each step is made on the
 * real engine and taken back by the database, so what is searched is the application and not a picture of it.
 */
@ReleasedRecordsTest
class StateSpaceTest {

    /** More than there are; if the space grows beyond it, somebody has to look why. */
    private static final int BOUND = 2_000;

    @Autowired
    ReleasedRecords released;

    World world;

    @Autowired
    void parts(AutowireCapableBeanFactory beans) {
        world = beans.createBean(World.class);
    }

    @Autowired
    DataSource dataSource;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyPlaceHasAWayOutAndNoSignatureIsOutOfOrder(TestReporter reporter) {
        School school = released.school();
        world.life().beginYear(school);
        String record = released.open(school, "Lò Thị Mai");
        Map<String, Set<String>> followers = new TreeMap<>();
        Set<String> ends = new HashSet<>();

        rolledBack(() -> search(new OneLife(world, school, record), followers, ends));

        reporter.publishEntry("places", Integer.toString(followers.size()));
        reporter.publishEntry(
                "steps",
                Integer.toString(followers.values().stream().mapToInt(Set::size).sum()));
        assertThat(followers).hasSizeGreaterThan(100);
        assertThat(followers.keySet())
                .as("a decided supplement")
                .anyMatch(place -> place.contains("SUPPLEMENT SIGN_SCHOOL"));
        assertThat(followers.keySet())
                .as("taken back to be made anew")
                .anyMatch(place -> place.contains("HOMEROOM") && place.contains("province [WITHDRAWN]"));
        assertThat(ends).isNotEmpty();
        assertThat(withoutWayOut(followers, ends))
                .as("places from which the year cannot end")
                .isEmpty();
    }

    private void search(OneLife life, Map<String, Set<String>> followers, Set<String> ends) {
        String place = life.place();
        Set<String> next = new TreeSet<>();
        followers.put(place, next);
        assertThat(followers).hasSizeLessThan(BOUND);
        if (life.isOver()) {
            ends.add(place);
        }
        List<Move> moves = life.moves();
        for (Move move : moves) {
            tried(() -> {
                life.happen(place, move);
                String reached = life.place();
                next.add(reached);
                if (!followers.containsKey(reached)) {
                    search(life, followers, ends);
                }
            });
        }
    }

    private static Set<String> withoutWayOut(Map<String, Set<String>> followers, Set<String> ends) {
        Map<String, Set<String>> before = new HashMap<>();
        followers.forEach((place, next) -> next.forEach(follower ->
                before.computeIfAbsent(follower, key -> new HashSet<>()).add(place)));
        Set<String> good = new HashSet<>(ends);
        Deque<String> todo = new ArrayDeque<>(ends);
        while (!todo.isEmpty()) {
            for (String place : before.getOrDefault(todo.pop(), Set.of())) {
                if (good.add(place)) {
                    todo.push(place);
                }
            }
        }
        Set<String> stuck = new TreeSet<>(followers.keySet());
        stuck.removeAll(good);
        return stuck;
    }

    private void rolledBack(Runnable action) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            action.run();
            status.setRollbackOnly();
        });
    }

    private void tried(Runnable action) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            Savepoint before = connection.setSavepoint();
            action.run();
            connection.rollback(before);
            world.entities().clear();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
