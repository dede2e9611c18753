package vn.hocba.school;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface TeachingAssignmentRepository extends JpaRepository<TeachingAssignment, String> {

    List<TeachingAssignment> findByClassIdIn(Collection<String> classIds);
}
