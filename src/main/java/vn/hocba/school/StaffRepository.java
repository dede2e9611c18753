package vn.hocba.school;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface StaffRepository extends JpaRepository<StaffMember, String> {

    List<StaffMember> findBySchoolId(String schoolId);
}
