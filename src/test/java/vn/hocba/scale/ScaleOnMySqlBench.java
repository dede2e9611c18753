package vn.hocba.scale;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.hocba.MySqlServer;

/** As {@link ScaleBench}, with a database server: its processor time is counted too. */
@ExtendWith(MySqlServer.class)
@SpringBootTest
@ActiveProfiles({"test", "mysql"})
@Import({WaitedFor.class, WaitedFor.Office.class, WaitedFor.Province.class})
@DirtiesContext
class ScaleOnMySqlBench {

    @Autowired
    DataSource dataSource;

    @Autowired
    WaitedFor waitedFor;

    @DynamicPropertySource
    static void useTheServer(DynamicPropertyRegistry registry) {
        registry.add("HOCBA_DB_URL", MySqlServer::url);
        registry.add("HOCBA_DB_USER", () -> MySqlServer.USER);
        registry.add("HOCBA_DB_PASSWORD", () -> MySqlServer.PASSWORD);
        registry.add("spring.jpa.database-platform", MySqlServer::dialect);
    }

    @Test
    void whatPeopleWaitFor() {
        Scale.print("MySQL", new FilledProvince(dataSource), waitedFor, MySqlServer::processorTime);
    }
}
