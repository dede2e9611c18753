package vn.hocba.signing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CertificateRepository extends JpaRepository<Certificate, String> {

    List<Certificate> findByOwnerKindAndOwnerIdOrderByNotAfterDesc(OwnerKind ownerKind, String ownerId);

    Optional<Certificate> findBySerial(String serial);
}
