package vn.hocba.registry;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface IssuedReceiptRepository extends JpaRepository<IssuedReceipt, String> {

    Optional<IssuedReceipt> findByIdempotencyKey(String key);

    List<IssuedReceipt> findByYearRecordIdAndSchoolCodeAndLatestTrue(String yearRecordId, String schoolCode);
}
