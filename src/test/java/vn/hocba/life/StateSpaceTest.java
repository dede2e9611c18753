package vn.hocba.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
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

    private static final Instant MAY = Instant.parse("2027-05-20T02:00:00Z");

    /** What waited at the places so far. */
    private final Set<String> kinds = new HashSet<>();

    private int changes;

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
        world.clock().set(MAY);
        School school = released.school();
        world.life().beginYear(school);
        Teachers teachers = new Teachers(world, released, school);
        String record = released.open(school, "Lò Thị Mai");
        world.life().enrol(record);
        Map<String, Set<String>> followers = new TreeMap<>();
        Set<String> ends = new HashSet<>();

        rolledBack(() -> search(new OneLife(world, school, teachers, record), followers, ends));

        reporter.publishEntry("places", Integer.toString(followers.size()));
        reporter.publishEntry(
                "steps",
                Integer.toString(followers.values().stream().mapToInt(Set::size).sum()));
        reporter.publishEntry("changes of teachers", Integer.toString(changes));
        assertThat(changes).isGreaterThan(30);
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
        boolean likeNoOther = kinds.add(life.waiting());
        life.checkWaits();
        List<Move> moves = life.moves();
        String open = life.waiting();
        Map<Move, String> forTeachers = new LinkedHashMap<>();
        Set<String> different = new HashSet<>();
        for (Move move : moves) {
            if (!different.add(move.what())) {
                continue;
            }
            tried(() -> {
                life.happen(place, move);
                String reached = life.place();
                next.add(reached);
                if (!move.byTeacher() && !life.waiting().equals(open) && life.waitsForTeacher()) {
                    forTeachers.put(move, reached);
                }
                if (!followers.containsKey(reached)) {
                    search(life, followers, ends);
                }
            });
        }
        if (likeNoOther) {
            changeTeachers(life, place, forTeachers);
        }
    }

    /**
     * The teachers change, at one of all places where the same waits for them. To change them and to do what does not concern them can be done in either order, so at
     * the places beside it is tried only: to hand over, to leave, what then brings work to nobody, and to name somebody.
     */
    private void changeTeachers(OneLife life, String place, Map<Move, String> forTeachers) {
        for (Move change : life.changesOfTeachers()) {
            tried(() -> {
                life.happen(place, change);
                life.checkWaits();
                if (life.isTaught()) {
                    assertThat(life.place())
                            .as("it does not matter who teaches")
                            .isEqualTo(place);
                    return;
                }
                String untaught = OneLife.untaught(place);
                assertThat(life.place()).isEqualTo(untaught);
                forTeachers.forEach((move, reached) -> tried(() -> {
                    life.happen(untaught, move);
                    assertThat(OneLife.untaught(life.place())).as(move.name()).isEqualTo(OneLife.untaught(reached));
                    life.checkWaits();
                    if (!life.isTaught()) {
                        life.happen(life.place(), life.changesOfTeachers().get(0));
                    }
                    assertThat(life.place())
                            .as("somebody teaches after " + move.name())
                            .isEqualTo(reached);
                }));
                life.happen(untaught, life.changesOfTeachers().get(0));
                assertThat(life.place()).as("somebody was named").isEqualTo(place);
                changes++;
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

    @AfterEach
    void today() {
        world.clock().reset();
    }

    private void rolledBack(Runnable action) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            action.run();
            status.setRollbackOnly();
        });
    }

    /** What was taken back tells nobody at the end: kept, the listeners of thousands of steps would be gone through at each of them. */
    private static void forget(Set<TransactionSynchronization> before) {
        List<TransactionSynchronization> kept = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(one -> before.contains(one) || !isListener(one))
                .toList();
        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationManager.initSynchronization();
        kept.forEach(TransactionSynchronizationManager::registerSynchronization);
    }

    private static boolean isListener(TransactionSynchronization one) {
        return one.getClass().getName().startsWith("org.springframework.transaction.event")
                || one.getClass().getName().startsWith("org.camunda");
    }

    private void tried(Runnable action) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        Instant now = world.clock().instant();
        Set<TransactionSynchronization> waiting = Set.copyOf(TransactionSynchronizationManager.getSynchronizations());
        try {
            Savepoint before = connection.setSavepoint();
            action.run();
            connection.rollback(before);
            world.clock().set(now);
            forget(waiting);
            world.entities().clear();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
