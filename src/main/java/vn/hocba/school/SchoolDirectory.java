package vn.hocba.school;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.SchoolLevel;

/** What other modules may know of units, classes, people and assignments. Reads only, no decision about who may read. */
@Repository
@Transactional(readOnly = true)
public class SchoolDirectory {

    private final JdbcClient jdbc;

    SchoolDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A unit of the tree.
     *
     * @param level null where it is not a school
     * @param taxCode null where it has none
     * @param place địa danh by which it dates its documents; null where nobody has said it
     * @param commune where it lies, such as «Phường Bến Thành»; null where nobody has said it
     * @param provinceName where it lies, such as «Thành phố Hồ Chí Minh»; null where nobody has said it
     */
    public record Unit(
            String id,
            String code,
            UnitKind kind,
            String name,
            String parentId,
            String path,
            SchoolLevel level,
            String taxCode,
            String place,
            String commune,
            String provinceName) {}

    /** A class of one school year; schoolYear is the year in which it starts. */
    public record ClassInfo(
            String id, String schoolId, int schoolYear, String name, int grade, String homeroomStaffId) {
        /** Whether somebody is its homeroom teacher now; nobody is who is no member of a staff. */
        public boolean isLedBy(String staffId) {
            return staffId != null && staffId.equals(homeroomStaffId);
        }
    }

    /** A member of staff; personalId is the CCCD expected in the person's certificate. */
    public record StaffInfo(
            String id,
            String schoolId,
            String moetCode,
            String fullName,
            LocalDate birthDate,
            String personalId,
            String position,
            String title,
            String email,
            boolean working) {}

    /**
     * A pupil's personal page.
     *
     * @param personalId null where none is known (foreign pupils, civil status pending)
     * @param policyGroup đối tượng chính sách, as the list says it; null for none
     * @param travelDocument kind of the travel document of a pupil from abroad, such as «Hộ chiếu»; null for none
     */
    public record PupilInfo(
            String id,
            String moetCode,
            String fullName,
            LocalDate birthDate,
            String gender,
            String ethnicity,
            String nationality,
            String personalId,
            String birthPlace,
            String homeTown,
            String residence,
            String fatherName,
            String motherName,
            String guardianName,
            String policyGroup,
            String travelDocument,
            String travelDocumentNo) {}

    /** A pupil studying in a class, at a place of its list. */
    public record Studying(String pupilId, String classId, int ordinal) {}

    /** Who teaches a subject in a class. */
    public record Assignment(String classId, String subjectCode, String staffId) {}

    public Optional<Unit> unitByCode(String code) {
        return jdbc.sql(DirectoryRows.UNIT + "where code = ?")
                .param(code)
                .query(Unit.class)
                .optional();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such unit */
    public Unit unit(String id) {
        return jdbc.sql(DirectoryRows.UNIT + "where id = ?")
                .param(id)
                .query(Unit.class)
                .single();
    }

    /** Where units stand in the tree, by id; one that there is not is missing. */
    public Map<String, String> paths(Set<String> unitIds) {
        Map<String, String> paths = new HashMap<>();
        jdbc.sql("select id, path from org_unit where id in (:ids)")
                .param("ids", unitIds.isEmpty() ? Set.of("") : unitIds)
                .query(row -> {
                    paths.put(row.getString("id"), row.getString("path"));
                });
        return paths;
    }

    /** The Sở of a unit, the unit itself where it is one; empty where none stands above it. */
    public Optional<Unit> provinceOf(String unitId) {
        return jdbc.sql(DirectoryRows.UNIT + "where path in (:above) and kind = 'PROVINCE'")
                .param("above", above(unitId))
                .query(Unit.class)
                .optional();
    }

    private List<String> above(String unitId) {
        return jdbc.sql("select path from org_unit where id = ?")
                .param(unitId)
                .query(String.class)
                .optional()
                .map(DirectoryRows::upwards)
                .orElse(List.of(""));
    }

    /** Every Sở there is, by code. */
    public List<Unit> provinces() {
        return jdbc.sql(DirectoryRows.UNIT + "where kind = 'PROVINCE' order by code")
                .query(Unit.class)
                .list();
    }

    /** The school that acts for one: itself, or its successor where it is not there any more. A school that is closed stands below its successor. */
    public String acting(String schoolId) {
        return jdbc.sql(DirectoryRows.ACTING)
                .param("above", above(schoolId))
                .query(String.class)
                .optional()
                .orElse(schoolId);
    }

    /** The schools below a unit that are there, by name. */
    public List<Unit> schoolsUnder(String unitPath) {
        return jdbc.sql(DirectoryRows.UNIT + "where kind = 'SCHOOL' and path like ? and valid_to is null order by name")
                .param(unitPath + "%")
                .query(Unit.class)
                .list();
    }

    /** The schools below a unit, also those that are not there any more, by name. */
    public List<Unit> everySchoolUnder(String unitPath) {
        return jdbc.sql(DirectoryRows.UNIT + "where kind = 'SCHOOL' and path like ? order by name")
                .param(unitPath + "%")
                .query(Unit.class)
                .list();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such class */
    public ClassInfo classById(String id) {
        return jdbc.sql(DirectoryRows.CLASS + "where id = ?")
                .param(id)
                .query(ClassInfo.class)
                .single();
    }

    /** The classes of a school in a year, by grade and name. */
    public List<ClassInfo> classes(String schoolId, int schoolYear) {
        return jdbc.sql(DirectoryRows.CLASS + "where school_id = ? and school_year = ? order by grade, name")
                .param(schoolId)
                .param(schoolYear)
                .query(ClassInfo.class)
                .list();
    }

    /** Ids of the staff who are or were homeroom teacher of a class of a school. */
    public Set<String> homeroomStaff(String schoolId) {
        return Set.copyOf(jdbc.sql(
                        "select distinct homeroom_staff_id from school_class where school_id = ? and homeroom_staff_id is not null")
                .param(schoolId)
                .query(String.class)
                .list());
    }

    /** The school years for which a school has classes, latest first. */
    public List<Integer> schoolYears(String schoolId) {
        return jdbc.sql("select distinct school_year from school_class where school_id = ? order by school_year desc")
                .param(schoolId)
                .query(Integer.class)
                .list();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such person */
    public StaffInfo staff(String id) {
        return jdbc.sql(DirectoryRows.STAFF + "where id = ?")
                .param(id)
                .query(StaffInfo.class)
                .single();
    }

    /** Everybody at a school, in the order of the sector code. */
    public List<StaffInfo> staffOf(String schoolId) {
        return jdbc.sql(DirectoryRows.STAFF + "where school_id = ? order by moet_code")
                .param(schoolId)
                .query(StaffInfo.class)
                .list();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such pupil */
    public PupilInfo pupil(String id) {
        return jdbc.sql(DirectoryRows.PUPIL + "where p.id = ?")
                .param(id)
                .query(PupilInfo.class)
                .single();
    }

    /** Everybody who is or was in a class, by pupil id. */
    public Map<String, PupilInfo> pupilsOfClass(String classId) {
        return jdbc
                .sql(DirectoryRows.PUPIL + "join enrolment e on e.pupil_id = p.id where e.class_id = ?")
                .param(classId)
                .query(PupilInfo.class)
                .list()
                .stream()
                .collect(Collectors.toMap(PupilInfo::id, pupil -> pupil));
    }

    /** The pupils who are studying in a class now, in the order of its list. */
    public List<Studying> studying(String classId) {
        return jdbc.sql(
                        "select pupil_id as pupilId, class_id as classId, ordinal from enrolment where class_id = ? and status = 'STUDYING' order by ordinal")
                .param(classId)
                .query(Studying.class)
                .list();
    }

    /** Where a pupil is studying at a school in a year; empty where nowhere. */
    public Optional<Studying> studying(PupilId pupil, SchoolId school, int schoolYear) {
        return jdbc.sql("select pupil_id as pupilId, class_id as classId, ordinal from enrolment"
                        + " where pupil_id = ? and school_id = ? and school_year = ? and status = 'STUDYING'")
                .params(pupil.value(), school.value(), schoolYear)
                .query(Studying.class)
                .optional();
    }

    /** How many pupils are studying in each class of a school year that has any, by class id. */
    public Map<String, Integer> numbersStudying(String schoolId, int schoolYear) {
        Map<String, Integer> numbers = new HashMap<>();
        jdbc.sql(
                        "select class_id, count(*) as pupils from enrolment where school_id = ? and school_year = ? and status = 'STUDYING'"
                                + " group by class_id")
                .params(schoolId, schoolYear)
                .query(row -> {
                    numbers.put(row.getString("class_id"), row.getInt("pupils"));
                });
        return numbers;
    }

    /** Who teaches what in all classes of a school year, by class id. */
    public Map<String, List<Assignment>> assignments(String schoolId, int schoolYear) {
        return jdbc
                .sql("select a.class_id as classId, a.subject_code as subjectCode, a.staff_id as staffId"
                        + " from teaching_assignment a join school_class c on c.id = a.class_id"
                        + " where c.school_id = ? and c.school_year = ?")
                .params(schoolId, schoolYear)
                .query(Assignment.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Assignment::classId));
    }

    /** Who teaches what in a class. */
    public List<Assignment> assignments(String classId) {
        return jdbc.sql(
                        "select class_id as classId, subject_code as subjectCode, staff_id as staffId from teaching_assignment where class_id = ?")
                .param(classId)
                .query(Assignment.class)
                .list();
    }
}
