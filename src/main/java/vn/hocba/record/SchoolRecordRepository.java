package vn.hocba.record;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import vn.hocba.shared.SchoolLevel;

interface SchoolRecordRepository extends JpaRepository<SchoolRecord, String> {

    Optional<SchoolRecord> findByPupilIdAndLevel(String pupilId, SchoolLevel level);

    boolean existsByLookupCode(String lookupCode);
}
