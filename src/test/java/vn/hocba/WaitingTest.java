package vn.hocba;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A test says what it waits for: it neither sleeps nor turns in a circle. */
@AnalyzeClasses(packages = "vn.hocba", importOptions = ImportOption.OnlyIncludeTests.class)
class WaitingTest {

    @ArchTest
    static final ArchRule noTestSleepsOrSpins = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(Thread.class, "onSpinWait")
            .orShould()
            .callMethod(Thread.class, "yield")
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class)
            .orShould()
            .callMethod(LockSupport.class, "parkNanos", long.class);

    @Test
    void whatHasToComeIsAwaitedForAMinute() {
        Duration[] waited = new Duration[1];
        Awaitility.await()
                .conditionEvaluationListener(condition -> waited[0] =
                        Duration.ofMillis(condition.getElapsedTimeInMS() + condition.getRemainingTimeInMS()))
                .until(() -> true);
        assertThat(waited[0]).isGreaterThanOrEqualTo(Duration.ofSeconds(59));
    }
}
