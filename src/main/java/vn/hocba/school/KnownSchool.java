package vn.hocba.school;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;

/** A school as it will stand after the rows planned so far: stored rows, and new ones that are not stored yet. */
class KnownSchool {

    final Unit unit;
    final SchoolYear year;
    private final Set<SchoolLevel> otherLevels;
    final Map<String, StaffMember> staffByCode = new HashMap<>();
    final Map<String, String> staffCodeByEmail = new HashMap<>();
    final Map<String, StaffStatus> statusByStaffId = new HashMap<>();
    final Map<String, String> nameByStaffId = new HashMap<>();

    /** Who was gone and is of the school again by the planned rows. */
    final Set<String> returningStaffIds = new HashSet<>();

    private final Map<String, SchoolClass> classByName = new LinkedHashMap<>();
    private final Map<String, SchoolClass> classByKey = new HashMap<>();

    /** Pupils of this school: only theirs are compared and shown. */
    final Map<String, Pupil> pupilByCode = new HashMap<>();

    final Map<String, String> nameByPupilId = new HashMap<>();
    final Map<String, LocalDate> birthByPupilId = new HashMap<>();

    /** Where the upload lists somebody, by the id of the pupil or of the member of staff; nothing for those of whom only the database knows. */
    final Map<String, Place> listedAt = new HashMap<>();

    /** Pupils of this school, and whoever else was in a class of the year or is named in the upload. */
    final Map<String, String> pupilIdByCode = new HashMap<>();

    /** Of these, whom the school may take. */
    final Set<String> nobodysPupilIds = new HashSet<>();

    /** The files of an upload that are older than what is stored: the day of the newer list, by the file's name. */
    final Map<String, LocalDate> newerListOf = new HashMap<>();

    /** In which grade of this school those pupils were the year before who were in one. */
    final Map<String, Integer> gradeBefore = new HashMap<>();

    final Map<String, Enrolment> enrolmentByPupilId = new HashMap<>();
    final Map<String, EnrolmentStatus> statusByPupilId = new HashMap<>();
    final Map<String, String> classByPupilId = new HashMap<>();

    /** Codes of the pupils whose rows in the list could not be taken, which has been said there: nothing of them is written. */
    final Set<String> untaken = new HashSet<>();

    KnownSchool(Unit unit, SchoolYear year, Set<SchoolLevel> otherLevels) {
        this.unit = unit;
        this.year = year;
        this.otherLevels = otherLevels;
    }

    void add(StaffMember person) {
        staffByCode.put(person.moetCode, person);
        nameByStaffId.put(person.id(), person.fullName);
        statusByStaffId.put(
                person.id(),
                !person.working ? StaffStatus.GONE : person.onLeave ? StaffStatus.ON_LEAVE : StaffStatus.WORKING);
        if (person.email != null) {
            staffCodeByEmail.putIfAbsent(person.email, person.moetCode);
        }
    }

    void add(Pupil pupil) {
        pupilByCode.put(pupil.moetCode, pupil);
        pupilIdByCode.put(pupil.moetCode, pupil.id());
        nameByPupilId.put(pupil.id(), pupil.fullName);
        birthByPupilId.put(pupil.id(), pupil.birthDate);
    }

    void add(SchoolClass schoolClass) {
        classByName.put(schoolClass.name, schoolClass);
        classByKey.putIfAbsent(ClassName.key(schoolClass.name), schoolClass);
    }

    /** The class of this name, however it is written; null when there is none. */
    SchoolClass classNamed(String name) {
        SchoolClass exact = classByName.get(name);
        return exact == null ? classByKey.get(ClassName.key(name)) : exact;
    }

    /** Whether a grade is of a level of this school of which no records are kept yet. */
    boolean isOfOtherLevel(int grade) {
        return SchoolLevel.of(grade).filter(otherLevels::contains).isPresent();
    }

    /** Whether a class, by its name, is of such a level. */
    boolean isOfOtherLevel(String className) {
        return UploadedFile.gradeInName(className).filter(this::isOfOtherLevel).isPresent();
    }

    Collection<SchoolClass> classes() {
        return classByName.values();
    }

    void add(Enrolment enrolment) {
        Enrolment other = enrolmentByPupilId.get(enrolment.pupilId);
        if (other != null && other.status == EnrolmentStatus.STUDYING) {
            return;
        }
        enrolmentByPupilId.put(enrolment.pupilId, enrolment);
        place(enrolment.pupilId, enrolment.classId, enrolment.status);
    }

    /** Where a pupil is once the planned rows are written. */
    void place(String pupilId, String classId, EnrolmentStatus status) {
        classByPupilId.put(pupilId, classId);
        statusByPupilId.put(pupilId, status);
    }

    /** The grade of a class. */
    Optional<Integer> gradeOf(String classId) {
        return classByName.values().stream()
                .filter(schoolClass -> schoolClass.id().equals(classId))
                .map(schoolClass -> schoolClass.grade)
                .findFirst();
    }

    String className(String classId) {
        return classByName.values().stream()
                .filter(schoolClass -> schoolClass.id().equals(classId))
                .map(schoolClass -> schoolClass.name)
                .findFirst()
                .orElse("?");
    }
}
