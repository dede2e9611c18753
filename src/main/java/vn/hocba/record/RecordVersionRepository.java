package vn.hocba.record;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface RecordVersionRepository extends JpaRepository<RecordVersion, String> {

    Optional<RecordVersion> findByYearRecordIdAndState(String yearRecordId, String state);

    List<RecordVersion> findByYearRecordIdOrderByCreatedAtAsc(String yearRecordId);
}
