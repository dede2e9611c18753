package vn.hocba.signing;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface RecordSignatureRepository extends JpaRepository<RecordSignature, String> {

    List<RecordSignature> findByYearRecordIdOrderBySignedAtAscIdAsc(String yearRecordId);

    List<RecordSignature> findByYearRecordIdAndVersionNoAndVoidedAtIsNull(String yearRecordId, int versionNo);
}
