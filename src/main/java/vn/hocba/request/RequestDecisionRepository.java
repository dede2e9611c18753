package vn.hocba.request;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface RequestDecisionRepository extends JpaRepository<RequestDecision, String> {

    List<RequestDecision> findByRequestIdOrderByAtAscIdAsc(String requestId);
}
