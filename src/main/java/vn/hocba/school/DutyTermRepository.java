package vn.hocba.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DutyTermRepository extends JpaRepository<DutyTerm, String> {

    @Query("select t from DutyTerm t where t.schoolId = :schoolId and t.heldUntil is null and t.heldFrom is not null")
    List<DutyTerm> holding(String schoolId);

    @Query("select t from DutyTerm t where t.classId = :classId and t.part = :part and t.heldUntil is null"
            + " and t.heldFrom is not null")
    Optional<DutyTerm> holding(String classId, String part);

    @Query("select t from DutyTerm t where t.dueOn <= :day order by t.dueOn, t.id")
    List<DutyTerm> due(LocalDate day);

    @Query("select t from DutyTerm t where t.classId = :classId and t.heldFrom is not null")
    List<DutyTerm> ofClass(String classId);

    @Query("select t from DutyTerm t where t.schoolId = :schoolId and t.heldUntil is null")
    List<DutyTerm> current(String schoolId);

    @Query("select t from DutyTerm t where t.schoolId = :schoolId and t.heldFrom is not null"
            + " and (t.orderedBy is not null or t.heldUntil is not null) order by t.heldFrom desc, t.id desc limit 200")
    List<DutyTerm> changes(String schoolId);
}
