package vn.hocba.workflow;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface BatchRepository extends JpaRepository<Batch, String> {

    List<Batch> findTop5ByAccountIdOrderByCreatedAtDesc(String accountId);
}
