package vn.hocba.workflow;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.hocba.MySqlServer;

/** The same where nodes really are apart: its locks are not those of H2. */
@ExtendWith(MySqlServer.class)
@SpringBootTest
@ActiveProfiles({"test", "mysql"})
@Import(BatchNodes.class)
@DirtiesContext
class BatchesOnTwoNodesOnMySqlIT extends BatchesOnTwoNodes {

    @DynamicPropertySource
    static void useTheServer(DynamicPropertyRegistry registry) {
        registry.add("HOCBA_DB_URL", MySqlServer::url);
        registry.add("HOCBA_DB_USER", () -> MySqlServer.USER);
        registry.add("HOCBA_DB_PASSWORD", () -> MySqlServer.PASSWORD);
        registry.add("spring.jpa.database-platform", MySqlServer::dialect);
    }
}
