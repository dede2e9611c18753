package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Curriculum;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.shared.VietnameseText;

/** The people of a school as its office sees them: what each does, and what is still missing. */
@Service
@Transactional(readOnly = true)
public class SchoolPeople {

    private final Access access;
    private final SchoolDirectory directory;
    private final StaffAccounts accounts;
    private final Curriculum curriculum;
    private final JdbcClient jdbc;

    SchoolPeople(
            Access access, SchoolDirectory directory, StaffAccounts accounts, Curriculum curriculum, JdbcClient jdbc) {
        this.access = access;
        this.directory = directory;
        this.accounts = accounts;
        this.curriculum = curriculum;
        this.jdbc = jdbc;
    }

    /**
     * A member of staff and the duties of a school year.
     *
     * @param homeroomOf names of classes, mostly none or one
     * @param teaches names of subjects by the classes, joined by commas, in which they are taught
     */
    public record StaffLine(
            StaffInfo person, Set<Role> roles, List<String> homeroomOf, Map<String, List<String>> teaches) {}

    /**
     * A pupil who studies here and has no personal ID.
     *
     * @param foreign as far as the workbook said so
     */
    public record WithoutPersonalId(
            String moetCode, String fullName, LocalDate birthDate, String className, boolean foreign) {}

    /**
     * Everybody at the school, by given name, with their duties in its latest school year.
     *
     * @throws vn.hocba.shared.Refused when the user does not work in this school's office
     */
    public List<StaffLine> staff(String schoolId) {
        access.at(schoolId, Right.SEE_PEOPLE);
        Optional<Integer> year = directory.schoolYears(schoolId).stream().findFirst();
        Map<String, List<String>> homerooms = new HashMap<>();
        Map<String, Map<String, List<String>>> subjects = new HashMap<>();
        if (year.isPresent()) {
            directory.classes(schoolId, year.get()).stream()
                    .filter(schoolClass -> schoolClass.homeroomStaffId() != null)
                    .forEach(schoolClass -> homerooms
                            .computeIfAbsent(schoolClass.homeroomStaffId(), id -> new ArrayList<>())
                            .add(schoolClass.name()));
            subjects.putAll(classesBySubject(schoolId, year.get()));
        }
        Map<String, Set<Role>> roles = accounts.rolesAt(schoolId);
        return directory.staffOf(schoolId).stream()
                .map(person -> new StaffLine(
                        person,
                        roles.getOrDefault(person.id(), Set.of()),
                        homerooms.getOrDefault(person.id(), List.of()),
                        subjectsByClasses(subjects.getOrDefault(person.id(), Map.of()))))
                .sorted((a, b) -> VietnameseText.byGivenName()
                        .compare(a.person().fullName(), b.person().fullName()))
                .toList();
    }

    /**
     * The pupils to whom a personal ID must still be given or confirmed as missing, class by class.
     *
     * @throws vn.hocba.shared.Refused when the user does not work in this school's office
     */
    public List<WithoutPersonalId> withoutPersonalId(String schoolId) {
        access.at(schoolId, Right.SEE_PEOPLE);
        return jdbc.sql(
                        """
                        select p.moet_code, p.full_name, p.birth_date, c.name, p.nationality
                        from enrolment e
                        join pupil p on p.id = e.pupil_id
                        join school_class c on c.id = e.class_id
                        where e.school_id = ? and e.status = 'STUDYING' and p.personal_id is null
                          and e.school_year = (select max(x.school_year) from school_class x where x.school_id = ?)
                        order by c.grade, c.name, e.ordinal
                        """)
                .params(schoolId, schoolId)
                .query((row, n) -> new WithoutPersonalId(
                        row.getString("moet_code"),
                        row.getString("full_name"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("name"),
                        !PupilColumns.VIETNAM.equals(row.getString("nationality"))))
                .list();
    }

    private Map<String, Map<String, List<String>>> classesBySubject(String schoolId, int year) {
        Map<String, Map<String, List<String>>> byStaff = new HashMap<>();
        jdbc.sql(
                        """
                        select a.staff_id, a.subject_code, c.name
                        from teaching_assignment a join school_class c on c.id = a.class_id
                        where c.school_id = ? and c.school_year = ?
                        order by c.grade, c.name
                        """)
                .params(schoolId, year)
                .query(row -> {
                    byStaff.computeIfAbsent(
                                    row.getString("staff_id"),
                                    id -> new TreeMap<>((a, b) -> Integer.compare(
                                            curriculum.subject(a).ordinal(),
                                            curriculum.subject(b).ordinal())))
                            .computeIfAbsent(row.getString("subject_code"), code -> new ArrayList<>())
                            .add(row.getString("name"));
                });
        return byStaff;
    }

    private Map<String, List<String>> subjectsByClasses(Map<String, List<String>> classesBySubject) {
        return classesBySubject.entrySet().stream()
                .collect(Collectors.groupingBy(
                        e -> String.join(", ", e.getValue()),
                        LinkedHashMap::new,
                        Collectors.mapping(e -> curriculum.subject(e.getKey()).name(), Collectors.toList())));
    }
}
