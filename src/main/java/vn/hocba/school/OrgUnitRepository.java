package vn.hocba.school;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface OrgUnitRepository extends JpaRepository<OrgUnit, String> {

    Optional<OrgUnit> findByCode(String code);

    List<OrgUnit> findByPathStartingWith(String path);

    boolean existsByTaxCode(String taxCode);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from OrgUnit u where u.id = :id")
    OrgUnit lock(String id);
}
