package vn.hocba.submission;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface SubmissionItemRepository extends JpaRepository<SubmissionItem, String> {

    List<SubmissionItem> findByPackageId(String packageId);
}
