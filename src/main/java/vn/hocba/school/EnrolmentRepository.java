package vn.hocba.school;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface EnrolmentRepository extends JpaRepository<Enrolment, String> {

    List<Enrolment> findBySchoolIdAndSchoolYear(String schoolId, int schoolYear);

    List<Enrolment> findByPupilIdAndSchoolIdAndStatus(String pupilId, String schoolId, EnrolmentStatus status);

    Optional<Enrolment> findByPupilIdAndClassId(String pupilId, String classId);
}
