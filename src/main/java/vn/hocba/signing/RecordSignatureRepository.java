package vn.hocba.signing;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RecordSignatureRepository extends JpaRepository<RecordSignature, String> {

    @Query(
            "select s from RecordSignature s where s.yearRecordId = :yearRecordId and s.versionNo = :versionNo and s.voidedAt is null"
                    + " order by s.signedAt, s.id")
    List<RecordSignature> findByYearRecordIdAndVersionNoAndVoidedAtIsNullOrderBySignedAtAscIdAsc(
            String yearRecordId, int versionNo);

    List<RecordSignature> findByYearRecordIdOrderBySignedAtAscIdAsc(String yearRecordId);
}
