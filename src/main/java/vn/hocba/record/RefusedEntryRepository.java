package vn.hocba.record;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RefusedEntryRepository extends JpaRepository<RefusedEntry, String> {

    Optional<RefusedEntry> findByYearRecordIdAndPartAndField(String yearRecordId, String part, String field);

    @Query("select count(e) > 0 from RefusedEntry e where e.yearRecordId = :yearRecordId and e.part = :part")
    boolean existsByYearRecordIdAndPart(String yearRecordId, String part);

    @Query(
            "select e from RefusedEntry e, YearRecord r where e.yearRecordId = r.id and r.classId = :classId and e.part = :part")
    List<RefusedEntry> ofClass(String classId, String part);

    void deleteByYearRecordId(String yearRecordId);
}
