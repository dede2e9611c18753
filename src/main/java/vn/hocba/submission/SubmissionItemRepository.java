package vn.hocba.submission;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import vn.hocba.shared.ReadModel;

@ReadModel(of = "record")
interface SubmissionItemRepository extends JpaRepository<SubmissionItem, String> {

    List<SubmissionItem> findByPackageId(String packageId);

    /** How many records of a package do not wait any more for the answer about the version that is in it. */
    @Query(
            value = "select count(*) from submission_item i join year_record r on r.id = i.year_record_id"
                    + " where i.package_id = ?1 and (r.state <> 'SUBMITTED' or r.version_no <> i.version_no)",
            nativeQuery = true)
    long countGivenUp(String packageId);
}
