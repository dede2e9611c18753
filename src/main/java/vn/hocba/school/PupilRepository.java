package vn.hocba.school;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PupilRepository extends JpaRepository<Pupil, String> {

    @Query(
            "select new vn.hocba.school.PupilKey(p.id, p.moetCode, p.birthDate) from Pupil p where p.moetCode in :moetCodes")
    List<PupilKey> keysOf(Collection<String> moetCodes);

    /** Whoever is or was in a class of a school in a year. */
    @Query(
            """
            select new vn.hocba.school.PupilKey(p.id, p.moetCode, p.birthDate) from Pupil p where p.id in
                (select e.pupilId from Enrolment e where e.schoolId = :schoolId and e.schoolYear = :schoolYear)
            """)
    List<PupilKey> enrolledAt(String schoolId, int schoolYear);

    /** Who has one of these personal IDs and is or was in a class of a school in any year: ids of pupils. */
    @Query(
            """
            select p.id from Pupil p where p.personalId in :personalIds and p.id in
                (select e.pupilId from Enrolment e where e.schoolId = :schoolId)
            """)
    List<String> enrolledWith(Collection<String> personalIds, String schoolId);

    boolean existsByPersonalId(String personalId);
}
