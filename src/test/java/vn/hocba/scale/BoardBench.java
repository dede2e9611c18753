package vn.hocba.scale;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.hocba.oversight.ReadAnew;

/**
 * Prints what the supervisors' boards cost in a small and in a large province, on H2: time of the processor, bytes that are sent, heap that is held. Only the
 * counts are filled in, since boards of many schools read nothing else ({@link ReadsDoNotGrow}); runs only when named: {@code ./mvnw test -Dtest=BoardBench}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@Import({BoardScale.class, ReadAnew.class})
@DirtiesContext
class BoardBench {

    @TempDir
    static Path data;

    @Autowired
    DataSource dataSource;

    @LocalServerPort
    int port;

    @Autowired
    BoardScale boards;

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
    void whatSupervisorsWaitFor() {
        boards.print(new FilledProvince(dataSource), port);
    }
}
