package vn.hocba.signing;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CertificateMappingRepository extends JpaRepository<CertificateMapping, String> {

    boolean existsBySerialAndOwnerId(String serial, String ownerId);

    List<CertificateMapping> findBySerial(String serial);
}
