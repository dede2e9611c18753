package vn.hocba.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Curriculum.Subject;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.YearCurriculum;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.shared.VietnameseText;

/** Plans the rows of «Bảng phân công giảng dạy, chủ nhiệm». */
@Component
class AssignmentRows {

    private final SchoolRules rules;
    private final TeachingAssignmentRepository repository;
    private final DutyTermRepository terms;
    private final CoTeacherRepository coTeachers;

    AssignmentRows(
            SchoolRules rules,
            TeachingAssignmentRepository repository,
            DutyTermRepository terms,
            CoTeacherRepository coTeachers) {
        this.rules = rules;
        this.repository = repository;
        this.terms = terms;
        this.coTeachers = coTeachers;
    }

    void plan(KnownSchool school, List<Place> rows, ImportPlan plan) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, TeachingAssignment> stored = stored(school);
        Map<String, Place> seen = new HashMap<>();
        CoTeacherRows beside = new CoTeacherRows(coTeachers, school);
        SameName names = new SameName(school);
        Map<String, String> staffNames = new HashMap<>();
        school.staffByCode.values().forEach(person -> staffNames.put(person.id(), label(person)));
        Map<String, String> replaced = replaced(school);
        List<TeachingAssignment> fresh = new ArrayList<>();
        for (Place place : rows) {
            RowReader row = new RowReader(plan, place);
            SchoolClass schoolClass = schoolClass(row, school);
            StaffMember teacher = teacher(row, school, names);
            String duty = row.required(Column.DUTY, 50);
            switch (duty == null ? "" : VietnameseText.searchKey(duty)) {
                case "chu nhiem", "giao vien chu nhiem" ->
                    planHomeroom(row, schoolClass, teacher, replaced, seen, staffNames, plan);
                case "giang day", "giao vien bo mon", "day" -> {
                    Subject subject = subject(row, schoolClass, school);
                    TeachingAssignment created = planTeaching(
                            row,
                            schoolClass,
                            teacher,
                            subject,
                            formName(row, school),
                            stored,
                            replaced,
                            seen,
                            staffNames,
                            plan);
                    if (created != null) {
                        fresh.add(created);
                    }
                    if (row.usable()) {
                        beside.names(schoolClass.id(), subject.code());
                    }
                }
                case "day cung", "cung day", "dong giang day" -> {
                    Subject subject = subject(row, schoolClass, school);
                    if (row.usable()) {
                        beside.take(place, schoolClass.id(), subject.code(), teacher.id(), plan);
                    } else {
                        plan.leftOut(place, Thing.ASSIGNMENT);
                    }
                }
                default -> {
                    if (duty != null) {
                        row.error(Column.DUTY, "school.assignment.bad-duty");
                    }
                    plan.leftOut(place, Thing.ASSIGNMENT);
                }
            }
        }
        plan.write(() -> repository.saveAllAndFlush(fresh));
        beside.write(plan);
    }

    private static void planHomeroom(
            RowReader row,
            SchoolClass schoolClass,
            StaffMember teacher,
            Map<String, String> replaced,
            Map<String, Place> seen,
            Map<String, String> staffNames,
            ImportPlan plan) {
        if (row.usable()) {
            Place first = seen.putIfAbsent(schoolClass.id() + " homeroom", row.place());
            if (first != null) {
                row.error(
                        Column.TEACHER_CODE,
                        "school.assignment.two-homerooms",
                        schoolClass.name,
                        Integer.toString(first.row().number()));
            }
        }
        if (!row.usable()) {
            plan.leftOut(row.place(), Thing.ASSIGNMENT);
            return;
        }
        if (schoolClass.homeroomStaffId == null) {
            plan.write(() -> schoolClass.homeroomStaffId = teacher.id());
            plan.created(row.place(), Thing.ASSIGNMENT);
            return;
        }
        if (teacher.id().equals(replaced.get(key(schoolClass.id(), Part.CLASS)))) {
            plan.unchanged(row.place(), Thing.ASSIGNMENT);
            return;
        }
        Wanted<SchoolClass, String> wanted = new Wanted<>(
                "Chủ nhiệm",
                c -> staffNames.get(c.homeroomStaffId),
                (c, v) -> c.homeroomStaffId = teacher.id(),
                label(teacher));
        plan.update(row.place(), Thing.ASSIGNMENT, schoolClass.name, schoolClass, List.of(wanted));
    }

    private static TeachingAssignment planTeaching(
            RowReader row,
            SchoolClass schoolClass,
            StaffMember teacher,
            Subject subject,
            String formName,
            Map<String, TeachingAssignment> stored,
            Map<String, String> replaced,
            Map<String, Place> seen,
            Map<String, String> staffNames,
            ImportPlan plan) {
        if (row.usable()) {
            Place first = seen.putIfAbsent(key(schoolClass.id(), subject.code()), row.place());
            if (first != null) {
                row.error(
                        Column.SUBJECT,
                        "school.assignment.twice",
                        subject.name(),
                        schoolClass.name,
                        Integer.toString(first.row().number()));
            }
        }
        if (!row.usable()) {
            plan.leftOut(row.place(), Thing.ASSIGNMENT);
            return null;
        }
        TeachingAssignment known = stored.get(key(schoolClass.id(), subject.code()));
        if (known != null && teacher.id().equals(replaced.get(key(schoolClass.id(), subject.code())))) {
            plan.unchanged(row.place(), Thing.ASSIGNMENT);
            return null;
        }
        if (known != null) {
            Wanted<TeachingAssignment, String> wanted = new Wanted<>(
                    "Giáo viên", a -> staffNames.get(a.staffId), (a, v) -> a.staffId = teacher.id(), label(teacher));
            Wanted<TeachingAssignment, String> named =
                    new Wanted<>("Tên môn học trên học bạ", a -> a.formName, (a, v) -> a.formName = v, formName);
            plan.update(
                    row.place(),
                    Thing.ASSIGNMENT,
                    schoolClass.name + " – " + subject.name(),
                    known,
                    List.of(wanted, named));
            return null;
        }
        TeachingAssignment assignment = new TeachingAssignment();
        assignment.classId = schoolClass.id();
        assignment.subjectCode = subject.code();
        assignment.staffId = teacher.id();
        assignment.formName = formName;
        plan.created(row.place(), Thing.ASSIGNMENT);
        return assignment;
    }

    private static SchoolClass schoolClass(RowReader row, KnownSchool school) {
        String name = row.required(Column.CLASS, 50);
        SchoolClass schoolClass = name == null ? null : school.classNamed(name);
        if (name != null && schoolClass == null) {
            row.error(Column.CLASS, "school.row.unknown-class", name, school.year.toString());
        }
        return schoolClass;
    }

    private static StaffMember teacher(RowReader row, KnownSchool school, SameName names) {
        String code = row.moetCode(Column.TEACHER_CODE, school.staffByCode.keySet());
        StaffMember teacher = code == null ? null : school.staffByCode.get(code);
        if (code != null && teacher == null) {
            row.error(Column.TEACHER_CODE, "school.assignment.unknown-teacher");
        } else if (teacher != null) {
            names.check(
                    row, Column.TEACHER_NAME, teacher.id(), teacher.moetCode, school.nameByStaffId.get(teacher.id()));
            switch (school.statusByStaffId.get(teacher.id())) {
                case GONE -> row.warning(Column.TEACHER_CODE, "school.assignment.not-working", teacher.fullName);
                case ON_LEAVE -> row.warning(Column.TEACHER_CODE, "school.assignment.on-leave", teacher.fullName);
                case WORKING -> {
                    // As it should be.
                }
            }
        }
        return teacher;
    }

    private Subject subject(RowReader row, SchoolClass schoolClass, KnownSchool school) {
        YearCurriculum curriculum = rules.curriculum(school.unit.id(), school.year.start());
        String name = row.required(Column.SUBJECT, 100);
        Optional<Subject> subject = name == null ? Optional.empty() : curriculum.subjectNamed(name);
        if (name != null && subject.isEmpty()) {
            row.error(Column.SUBJECT, "school.row.unknown-subject", name, curriculum.subjectNames());
        } else if (subject.isPresent()
                && schoolClass != null
                && !curriculum.subjects(schoolClass.grade).contains(subject.get())) {
            row.error(
                    Column.SUBJECT,
                    "school.row.subject-not-taught",
                    subject.get().name(),
                    schoolClass.grade);
        }
        return subject.orElse(null);
    }

    /** Null where the form calls the subject as everywhere. */
    private String formName(RowReader row, KnownSchool school) {
        return rules.curriculum(school.unit.id(), school.year.start())
                .formName(row.cell(Column.SUBJECT).text())
                .orElse(null);
    }

    private Map<String, TeachingAssignment> stored(KnownSchool school) {
        List<String> classIds = school.classes().stream().map(SchoolClass::id).toList();
        return repository.findByClassIdIn(classIds).stream()
                .collect(Collectors.toMap(a -> key(a.classId, a.subjectCode), a -> a));
    }

    /** Who is only replaced for a time, by duty: a list that still names them takes nothing away from who stands in. */
    private Map<String, String> replaced(KnownSchool school) {
        return terms.holding(school.unit.id()).stream()
                .filter(term -> term.standsInFor != null)
                .collect(Collectors.toMap(term -> key(term.classId, term.part), term -> term.standsInFor));
    }

    private static String key(String classId, String subjectCode) {
        return classId + " " + subjectCode;
    }

    private static String label(StaffMember person) {
        return person.fullName + " (" + person.moetCode + ")";
    }
}
