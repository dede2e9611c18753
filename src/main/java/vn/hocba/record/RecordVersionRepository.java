package vn.hocba.record;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RecordVersionRepository extends JpaRepository<RecordVersion, String> {

    @Query("select v from RecordVersion v where v.yearRecordId = :yearRecordId and v.state = :state")
    Optional<RecordVersion> findByYearRecordIdAndState(String yearRecordId, String state);

    /** The version that was taken back, of a record of which none was made since. */
    @Query("select v from RecordVersion v, YearRecord r where r.id = v.yearRecordId and r.versionNo = v.versionNo"
            + " and v.yearRecordId = :yearRecordId and v.state = 'WITHDRAWN'")
    Optional<RecordVersion> takenBack(String yearRecordId);

    List<RecordVersion> findByYearRecordIdOrderByCreatedAtAsc(String yearRecordId);
}
