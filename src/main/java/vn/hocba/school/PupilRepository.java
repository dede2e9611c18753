package vn.hocba.school;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PupilRepository extends JpaRepository<Pupil, String> {

    List<Pupil> findByMoetCodeIn(Collection<String> moetCodes);

    List<Pupil> findByPersonalIdIn(Collection<String> personalIds);

    @Query(
            """
            select p from Pupil p where p.id in
                (select e.pupilId from Enrolment e where e.schoolId = :schoolId and e.schoolYear = :schoolYear)
            """)
    List<Pupil> enrolledAt(String schoolId, int schoolYear);
}
