package vn.hocba.registry;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RegisteredRecordRepository extends JpaRepository<RegisteredRecord, String> {

    List<RegisteredRecord> findByYearRecordId(String yearRecordId);

    /** What the rules ask of other records of this pupil or this code, without their packets: three look-ups, since one with «or» would read all versions. */
    default List<Registration> related(String yearRecordId, String lookupCode, String pupilCode) {
        return Stream.of(ofRecord(yearRecordId), ofCode(lookupCode), ofPupil(pupilCode))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    @Query(Registration.SELECT + "r.yearRecordId = :yearRecordId")
    List<Registration> ofRecord(String yearRecordId);

    @Query(Registration.SELECT + "r.lookupCode = :lookupCode")
    List<Registration> ofCode(String lookupCode);

    @Query(Registration.SELECT + "r.pupilCode = :pupilCode")
    List<Registration> ofPupil(String pupilCode);
}
