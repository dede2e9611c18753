package vn.hocba.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface AuditEventRepository extends JpaRepository<AuditEvent, String> {

    Optional<AuditEvent> findFirstBySubjectOrderBySeqDesc(String subject);

    List<AuditEvent> findBySubjectOrderBySeqAsc(String subject);
}
