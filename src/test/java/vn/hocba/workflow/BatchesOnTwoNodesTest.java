package vn.hocba.workflow;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
@Import(BatchNodes.class)
class BatchesOnTwoNodesTest extends BatchesOnTwoNodes {}
