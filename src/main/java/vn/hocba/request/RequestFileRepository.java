package vn.hocba.request;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface RequestFileRepository extends JpaRepository<RequestFile, String> {

    List<RequestFile> findByRequestIdOrderByAtAscIdAsc(String requestId);
}
