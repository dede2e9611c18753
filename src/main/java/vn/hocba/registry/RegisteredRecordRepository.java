package vn.hocba.registry;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RegisteredRecordRepository extends JpaRepository<RegisteredRecord, String> {

    List<RegisteredRecord> findByYearRecordId(String yearRecordId);

    /** What the rules ask of other records of this pupil or this code, without their packets. */
    @Query("select new vn.hocba.registry.Registration(r.yearRecordId, r.versionNo, r.lookupCode, r.pupilCode,"
            + " r.schoolCode, r.schoolYear, r.level, r.state) from RegisteredRecord r"
            + " where r.yearRecordId = :yearRecordId or r.lookupCode = :lookupCode or r.pupilCode = :pupilCode")
    List<Registration> related(String yearRecordId, String lookupCode, String pupilCode);
}
