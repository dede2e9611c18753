package vn.hocba.record;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface YearRecordRepository extends JpaRepository<YearRecord, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from YearRecord r where r.id = :id")
    Optional<YearRecord> lock(String id);

    /** By id, so that two who lock many never wait for each other in a ring. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from YearRecord r where r.id in :ids order by r.id")
    List<YearRecord> lockAll(Collection<String> ids);

    /** The record of a pupil, year and school that was closed when the pupil left; there is one at most. */
    Optional<YearRecord> findByPupilIdAndSchoolYearAndSchoolIdAndState(
            String pupilId, int schoolYear, String schoolId, RecordState state);

    /** How many records of a pupil, year and school leave no room for another one: those that are not over so that one may follow. */
    @Query(
            value = "select count(*) from year_record r where r.pupil_id = :pupilId and r.school_year = :schoolYear"
                    + " and r.school_id = :schoolId and r.state <> 'RETRACTED'"
                    + " and not exists (select 1 from record_followed f where f.year_record_id = r.id)",
            nativeQuery = true)
    long countInTheWay(String pupilId, int schoolYear, String schoolId);

    /** Whether a record goes on or was issued: neither another one may follow, nor may this one be taken up again. */
    default boolean isTaken(String pupilId, int schoolYear, String schoolId) {
        return countInTheWay(pupilId, schoolYear, schoolId) > 0
                && findByPupilIdAndSchoolYearAndSchoolIdAndState(pupilId, schoolYear, schoolId, RecordState.LEFT)
                        .isEmpty();
    }

    /** How many records of a pupil, year and school there are, over or not. */
    long countByPupilIdAndSchoolYearAndSchoolId(String pupilId, int schoolYear, String schoolId);

    @Modifying
    @Query(value = "insert into record_followed (year_record_id) values (:id)", nativeQuery = true)
    void letAnotherFollow(String id);

    @Query("select r from YearRecord r where r.classId = :classId and r.state <> vn.hocba.record.RecordState.LEFT"
            + " order by r.ordinal")
    List<YearRecord> ofClass(String classId);
}
