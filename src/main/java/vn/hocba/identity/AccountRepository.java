package vn.hocba.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface AccountRepository extends JpaRepository<Account, String> {

    Optional<Account> findByUsername(String username);

    List<Account> findByActiveTrueOrderByUnitPathAscUsernameAsc();

    List<Account> findByUnitPathStartingWith(String path);

    List<Account> findByStaffId(String staffId);
}
