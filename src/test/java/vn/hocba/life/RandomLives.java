package vn.hocba.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.life.OneLife.Move;

/** Half of a thousand lives by chance, on the real engine; the longest of all tests, and so in two classes that run side by side. */
@ReleasedRecordsTest
abstract class RandomLives {

    private static final Instant MAY = Instant.parse("2027-05-20T02:00:00Z");
    private static final int LIVES = 500;
    private static final int LONGEST_LIFE = 12;

    @Autowired
    ReleasedRecords released;

    World world;

    @Autowired
    void parts(AutowireCapableBeanFactory beans) {
        world = beans.createBean(World.class);
    }

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void today() {
        world.clock().reset();
    }

    /** Where the seeds begin, so that no life is led twice. */
    abstract int firstSeed();

    @Test
    void fiveHundredRandomLivesKeepTheRules(TestReporter reporter) {
        world.clock().set(MAY);
        School school = released.school();
        world.life().beginYear(school);
        Teachers teachers = new Teachers(world, released, school);
        String record = released.open(school, "Giàng A Sử");
        world.life().enrol(record);
        Map<String, Integer> met = new HashMap<>();
        for (int seed = firstSeed(); seed < firstSeed() + LIVES; seed++) {
            Random random = new Random(seed);
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                live(new OneLife(world, school, teachers, record), random, met);
                status.setRollbackOnly();
            });
            world.clock().set(MAY);
        }
        reporter.publishEntry("places met", Integer.toString(met.size()));
        assertThat(met).hasSizeGreaterThan(40);
    }

    private static void live(OneLife life, Random random, Map<String, Integer> met) {
        for (int step = 0; step < LONGEST_LIFE; step++) {
            List<Move> moves = life.someMoves(random);
            if (!moves.isEmpty()) {
                String place = life.place();
                met.merge(place, 1, Integer::sum);
                life.happen(place, moves.get(random.nextInt(moves.size())));
            }
        }
    }
}
