package vn.hocba.school;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CoTeacherRepository extends JpaRepository<CoTeacher, String> {

    List<CoTeacher> findByClassIdIn(Collection<String> classIds);

    boolean existsByClassIdAndSubjectCodeAndStaffId(String classId, String subjectCode, String staffId);
}
