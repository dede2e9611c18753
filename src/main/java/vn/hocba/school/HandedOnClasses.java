package vn.hocba.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Studying;
import vn.hocba.school.UnitChange.State;
import vn.hocba.shared.Ids;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolId;

/**
 * Classes whose pupils go to another school because a school was merged or split: each gets a class there with the same teachers, and the pupils go one by one.
 * Classes of former years stay where they were.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class HandedOnClasses {

    private final UnitChanges changes;
    private final SchoolDirectory directory;
    private final OrgUnitRepository units;
    private final SchoolClassRepository classes;
    private final TeachingAssignmentRepository assignments;
    private final DutyTerms terms;
    private final Movements movements;
    private final JdbcClient jdbc;

    HandedOnClasses(
            UnitChanges changes,
            SchoolDirectory directory,
            OrgUnitRepository units,
            SchoolClassRepository classes,
            TeachingAssignmentRepository assignments,
            DutyTerms terms,
            Movements movements,
            JdbcClient jdbc) {
        this.changes = changes;
        this.directory = directory;
        this.units = units;
        this.classes = classes;
        this.assignments = assignments;
        this.terms = terms;
        this.movements = movements;
        this.jdbc = jdbc;
    }

    /** The changes by which pupils are going to another school. */
    @Transactional(readOnly = true)
    public List<UnitChange> running() {
        return changes.running();
    }

    /** All pupils of a change have come. */
    public void done(String changeId) {
        changes.lock(changeId)
                .filter(change -> change.state() == State.RUNNING)
                .ifPresent(change -> changes.put(changeId, State.DONE, null));
    }

    /** The class of the other school to which the pupils of a class go: made when the first of them does. */
    public ClassInfo target(UnitChange change, String classId) {
        return known(change, classId).map(directory::classById).orElseGet(() -> {
            units.lock(change.otherUnitId());
            return known(change, classId).map(directory::classById).orElseGet(() -> make(change, classId));
        });
    }

    private Optional<String> known(UnitChange change, String classId) {
        return jdbc.sql("select new_class_id from unit_class where change_id = ? and class_id = ?")
                .params(change.id(), classId)
                .query(String.class)
                .optional();
    }

    private ClassInfo make(UnitChange change, String classId) {
        ClassInfo former = directory.classById(classId);
        SchoolClass made = new SchoolClass();
        made.schoolId = change.otherUnitId();
        made.schoolYear = former.schoolYear();
        made.grade = former.grade();
        made.name = freeName(change.otherUnitId(), former);
        made.homeroomStaffId = former.homeroomStaffId();
        SchoolClass before = classes.findById(classId).orElseThrow();
        made.site = before.site;
        made.room = isTaken(change, before) ? null : before.room;
        classes.saveAndFlush(made);
        for (TeachingAssignment duty : assignments.findByClassIdIn(List.of(classId))) {
            TeachingAssignment assignment = new TeachingAssignment();
            assignment.classId = made.id();
            assignment.subjectCode = duty.subjectCode;
            assignment.staffId = duty.staffId;
            assignment.formName = duty.formName;
            assignments.save(assignment);
        }
        copyCoTeachers(classId, made.id());
        assignments.flush();
        terms.keep(change.otherUnitId());
        jdbc.sql("insert into unit_class (change_id, class_id, new_class_id) values (?, ?, ?)")
                .params(change.id(), classId, made.id())
                .update();
        return directory.classById(made.id());
    }

    private void copyCoTeachers(String fromClassId, String toClassId) {
        record CoTeacher(String subjectCode, String staffId) {}
        jdbc.sql("select subject_code as subjectCode, staff_id as staffId from co_teacher where class_id = ?")
                .param(fromClassId)
                .query(CoTeacher.class)
                .list()
                .forEach(one -> jdbc.sql("insert into co_teacher (id, row_version, class_id, subject_code, staff_id)"
                                + " values (?, 0, ?, ?, ?)")
                        .params(Ids.next(), toClassId, one.subjectCode(), one.staffId())
                        .update());
    }

    /** Whether a combined class of that name is there that did not come by this change: the teachers are others. */
    private boolean isTaken(UnitChange change, SchoolClass before) {
        return jdbc.sql(
                                "select count(*) from school_class c where c.school_id = ? and c.school_year = ? and c.room = ?"
                                        + " and not exists (select 1 from unit_class u where u.change_id = ? and u.new_class_id = c.id)")
                        .params(change.otherUnitId(), before.schoolYear, before.room, change.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The name that it had, with a number behind it where the other school has such a class. */
    private String freeName(String schoolId, ClassInfo former) {
        Set<String> taken = directory.classes(schoolId, former.schoolYear()).stream()
                .map(info -> ClassName.key(info.name()))
                .collect(Collectors.toSet());
        String name = former.name();
        for (int number = 2; taken.contains(ClassName.key(name)); number++) {
            name = former.name() + "-" + number;
        }
        return name;
    }

    /** The pupil studies in the class of the other school from a day on, with the marks that were imported. */
    public Studying enrol(PupilId pupil, ClassInfo from, ClassInfo to, LocalDate day) {
        movements.leave(pupil, new SchoolId(from.schoolId()), from.schoolYear(), day);
        jdbc.sql(
                        "update imported_mark set class_id = ?, row_version = row_version + 1 where class_id = ? and pupil_id = ?")
                .params(to.id(), from.id(), pupil.value())
                .update();
        return movements.join(pupil.value(), to, day);
    }
}
