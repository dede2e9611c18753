package vn.hocba.scale;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Prints what screens cost in a province with 10,000 and one with 1,000,000 open work items, in a database file as an installation without MySQL has it;
 * runs only when named: {@code ./mvnw test -Dtest=ScaleBench}, or with the other benches {@code ./mvnw test -Pbench}.
 */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Import({WaitedFor.class, WaitedFor.Office.class, WaitedFor.Province.class})
@DirtiesContext
class ScaleBench {

    @TempDir
    static Path data;

    @Autowired
    DataSource dataSource;

    @Autowired
    WaitedFor waitedFor;

    @DynamicPropertySource
    static void useAFile(DynamicPropertyRegistry registry) {
        registry.add("hocba.data-dir", data::toString);
        // The same question twice would be answered without looking.
        registry.add(
                "spring.datasource.url",
                () -> "jdbc:h2:file:" + data
                        + "/hocba;MODE=MySQL;WRITE_DELAY=0;QUERY_CACHE_SIZE=256;OPTIMIZE_REUSE_RESULTS=FALSE");
    }

    @Test
    void whatPeopleWaitFor() {
        Scale.print("H2", new FilledProvince(dataSource), waitedFor, () -> Duration.ZERO);
    }
}
