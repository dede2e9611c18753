package vn.hocba.school;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface EnrolmentRepository extends JpaRepository<Enrolment, String> {

    List<Enrolment> findBySchoolIdAndSchoolYear(String schoolId, int schoolYear);

    /** The pupil was in this class before and left it: the row makes room for the one that comes to it. */
    @Modifying
    @Query("delete from Enrolment e where e.pupilId = :pupilId and e.classId = :classId")
    void makeRoom(String pupilId, String classId);

    /** In which grade the pupils of a school studied in a year. */
    @Query(
            "select new vn.hocba.school.GradeOf(e.pupilId, c.grade) from Enrolment e join SchoolClass c on c.id = e.classId"
                    + " where e.schoolId = :schoolId and e.schoolYear = :schoolYear and e.status = vn.hocba.school.EnrolmentStatus.STUDYING")
    List<GradeOf> gradesOf(String schoolId, int schoolYear);

    List<Enrolment> findByPupilIdAndSchoolIdAndStatus(String pupilId, String schoolId, EnrolmentStatus status);

    Optional<Enrolment> findByPupilIdAndClassId(String pupilId, String classId);
}
