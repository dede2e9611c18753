package vn.hocba.signing;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface SandboxKeyRepository extends JpaRepository<SandboxKey, String> {

    Optional<SandboxKey> findByCertificateId(String certificateId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select k from SandboxKey k where k.id = :id")
    SandboxKey lock(String id);
}
