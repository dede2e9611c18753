package vn.hocba.record;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface YearRecordRepository extends JpaRepository<YearRecord, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from YearRecord r where r.id = :id")
    Optional<YearRecord> lock(String id);

    boolean existsByPupilIdAndSchoolYearAndSchoolId(String pupilId, int schoolYear, String schoolId);

    @Query("select r from YearRecord r where r.classId = :classId order by r.ordinal")
    List<YearRecord> ofClass(String classId);
}
