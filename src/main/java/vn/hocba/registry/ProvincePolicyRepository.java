package vn.hocba.registry;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProvincePolicyRepository extends JpaRepository<ProvincePolicy, String> {

    Optional<ProvincePolicy> findByProvinceCodeAndName(String provinceCode, String name);
}
