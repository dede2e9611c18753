package vn.hocba.school;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SchoolClassRepository extends JpaRepository<SchoolClass, String> {

    List<SchoolClass> findBySchoolIdAndSchoolYear(String schoolId, int schoolYear);

    List<SchoolClass> findBySchoolIdAndSchoolYearAndRoom(String schoolId, int schoolYear, String room);

    @Query("select max(c.schoolYear) from SchoolClass c where c.schoolId = :schoolId")
    Integer latestYear(String schoolId);
}
