package vn.hocba.school;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TeachingAssignmentRepository extends JpaRepository<TeachingAssignment, String> {

    List<TeachingAssignment> findByClassIdIn(Collection<String> classIds);

    Optional<TeachingAssignment> findByClassIdAndSubjectCode(String classId, String subjectCode);
}
