package vn.hocba.signing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CertificateClaimRepository extends JpaRepository<CertificateClaim, String> {

    Optional<CertificateClaim> findBySerialAndStaffId(String serial, String staffId);

    List<CertificateClaim> findByStaffIdInOrderByClaimedAt(Collection<String> staffIds);
}
