package vn.hocba.record;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface YearRecordRepository extends JpaRepository<YearRecord, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from YearRecord r where r.id = :id")
    Optional<YearRecord> lock(String id);

    /** By id, so that two who lock many never wait for each other in a ring. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from YearRecord r where r.id in :ids order by r.id")
    List<YearRecord> lockAll(Collection<String> ids);

    Optional<YearRecord> findByPupilIdAndSchoolYearAndSchoolId(String pupilId, int schoolYear, String schoolId);

    boolean existsByPupilIdAndSchoolYearAndSchoolIdAndStateNot(
            String pupilId, int schoolYear, String schoolId, RecordState state);

    boolean existsByPupilIdAndSchoolYearAndSchoolId(String pupilId, int schoolYear, String schoolId);

    @Query("select r from YearRecord r where r.classId = :classId and r.state <> vn.hocba.record.RecordState.LEFT"
            + " order by r.ordinal")
    List<YearRecord> ofClass(String classId);
}
