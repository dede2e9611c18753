package vn.hocba.signing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CertificateRepository extends JpaRepository<Certificate, String> {

    List<Certificate> findByOwnerKindAndOwnerIdOrderByNotAfterDesc(OwnerKind ownerKind, String ownerId);

    List<Certificate> findByOwnerKindAndOwnerIdInOrderBySerial(OwnerKind ownerKind, Collection<String> ownerIds);

    Optional<Certificate> findBySerial(String serial);
}
