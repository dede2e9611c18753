package vn.hocba.record;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RecordVersionRepository extends JpaRepository<RecordVersion, String> {

    @Query("select v from RecordVersion v where v.yearRecordId = :yearRecordId and v.state = :state")
    Optional<RecordVersion> findByYearRecordIdAndState(String yearRecordId, String state);

    List<RecordVersion> findByYearRecordIdOrderByCreatedAtAsc(String yearRecordId);
}
