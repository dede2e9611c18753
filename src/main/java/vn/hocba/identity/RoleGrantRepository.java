package vn.hocba.identity;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RoleGrantRepository extends JpaRepository<RoleGrant, String> {

    @Query("select g from RoleGrant g where g.unitId = :unitId and g.heldUntil is null")
    List<RoleGrant> current(String unitId);

    @Query("select g from RoleGrant g where g.staffId = :staffId and g.heldUntil is null")
    List<RoleGrant> ofStaff(String staffId);

    @Query("select g from RoleGrant g where g.unitId = :unitId and g.heldUntil is not null"
            + " order by g.heldUntil desc, g.id limit 200")
    List<RoleGrant> past(String unitId);

    @Query("select g from RoleGrant g where g.unitId = :unitId and g.role = :role and g.heldFrom is not null")
    List<RoleGrant> held(String unitId, Role role);

    @Query("select g from RoleGrant g where g.dueOn <= :day order by g.dueOn, g.id")
    List<RoleGrant> due(LocalDate day);
}
