package vn.hocba.signing;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface RecordSignatureRepository extends JpaRepository<RecordSignature, String> {

    List<RecordSignature> findByYearRecordIdAndVersionNoAndVoidedAtIsNullOrderBySignedAtAscIdAsc(
            String yearRecordId, int versionNo);

    List<RecordSignature> findByYearRecordIdOrderBySignedAtAscIdAsc(String yearRecordId);
}
