package vn.hocba.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.shared.VietnameseText;

/** The classes that a list of pupils names, and the place of each pupil in them. */
final class ListedClasses {

    private static final List<String> FLEXIBLE = List.of("linh hoat", "tinh thuong", "pho cap");
    private static final int LONGEST_SITE = 100;
    private static final List<String> NO = List.of("khong", "0", "k");
    private static final List<String> TICKS =
            Stream.concat(NO.stream(), Stream.of("x", "co", "1")).toList();

    private final KnownSchool school;
    private final ImportPlan plan;
    private final List<SchoolClass> fresh = new ArrayList<>();
    private final Map<String, List<String>> codesByClass = new LinkedHashMap<>();
    private final Map<String, String> roomByClass = new HashMap<>();
    private final Map<String, String> siteByClass = new HashMap<>();
    private final Map<String, String> kindByClass = new HashMap<>();

    ListedClasses(KnownSchool school, ImportPlan plan) {
        this.school = school;
        this.plan = plan;
    }

    /** Those that are not stored yet. */
    List<SchoolClass> fresh() {
        return fresh;
    }

    /** The class of a row, which puts the pupil with this code in it; null, with an error, where there can be no such class. */
    SchoolClass of(RowReader row, String code) {
        SchoolClass schoolClass = schoolClass(row);
        if (schoolClass != null) {
            room(row, schoolClass);
            site(row, schoolClass);
            kind(row, schoolClass);
        }
        if (code != null && schoolClass != null) {
            codesByClass
                    .computeIfAbsent(schoolClass.id(), id -> new ArrayList<>())
                    .add(code);
        }
        return schoolClass;
    }

    private SchoolClass schoolClass(RowReader row) {
        String written = row.required(Column.CLASS, 50);
        Optional<Integer> grade =
                UploadedFile.grade(row.place().table(), row.place().row());
        if (written == null) {
            return null;
        }
        String name = ClassName.written(written);
        if (grade.filter(school::isOfOtherLevel).isPresent()) {
            row.error(row.has(Column.GRADE) ? Column.GRADE : Column.CLASS, "school.row.level-later");
            return null;
        }
        if (grade.flatMap(UploadedFile::levelOf)
                .filter(school.unit.level()::equals)
                .isEmpty()) {
            row.error(row.has(Column.GRADE) ? Column.GRADE : Column.CLASS, "school.pupil.bad-grade");
            return null;
        }
        SchoolClass known = school.classNamed(name);
        if (known == null
                && UploadedFile.gradeInName(name)
                        .filter(n -> !n.equals(grade.get()))
                        .isPresent()) {
            row.error(Column.CLASS, "school.pupil.class-of-other-grade", written, grade.get());
            return null;
        }
        if (known == null) {
            return created(row, name, grade.get());
        }
        if (known.grade != grade.get()) {
            row.error(Column.GRADE, "school.pupil.other-grade", known.name, known.grade);
        }
        return known;
    }

    /** With which others a class is taught; a list that does not say it leaves it as it is. */
    private void room(RowReader row, SchoolClass schoolClass) {
        String room = row.text(Column.ROOM, CombineClasses.LONGEST_NAME);
        if (room == null || TICKS.contains(VietnameseText.searchKey(room))) {
            if (room != null && !NO.contains(VietnameseText.searchKey(room))) {
                row.warning(Column.ROOM, "school.pupil.room-unnamed");
            }
            return;
        }
        once(
                row,
                schoolClass,
                new Wanted<>(Column.ROOM.label(), c -> c.room, (c, v) -> c.room = v, room),
                roomByClass,
                Column.ROOM,
                "school.pupil.two-rooms");
    }

    /** At which place of the school a class is taught; a list that does not say it leaves it as it is. */
    private void site(RowReader row, SchoolClass schoolClass) {
        String site = row.text(Column.SITE, LONGEST_SITE);
        if (site != null) {
            once(
                    row,
                    schoolClass,
                    new Wanted<>(Column.SITE.label(), c -> c.site, (c, v) -> c.site = v, site),
                    siteByClass,
                    Column.SITE,
                    "school.pupil.two-sites");
        }
    }

    /** Lớp tình thương, lớp phổ cập, lớp học linh hoạt; a list that does not say it leaves it as it is. */
    private void kind(RowReader row, SchoolClass schoolClass) {
        String kind = row.text(Column.CLASS_KIND, LONGEST_SITE);
        if (kind != null) {
            boolean flexible = FLEXIBLE.stream().anyMatch(VietnameseText.searchKey(kind)::contains);
            once(
                    row,
                    schoolClass,
                    new Wanted<>("Lớp học linh hoạt", c -> c.flexible, (c, v) -> c.flexible = v, flexible),
                    kindByClass,
                    Column.CLASS_KIND,
                    "school.pupil.two-kinds");
        }
    }

    /** What the rows of all pupils of a class have to say alike. */
    private void once(
            RowReader row,
            SchoolClass schoolClass,
            Wanted<SchoolClass, ?> wanted,
            Map<String, String> said,
            Column column,
            String contradiction) {
        String before = said.putIfAbsent(schoolClass.id(), wanted.after());
        if (before == null) {
            plan.differences(row.place(), Thing.CLASS, schoolClass.name, schoolClass, List.of(wanted));
        } else if (!before.equals(wanted.after())) {
            row.error(column, contradiction, schoolClass.name, before);
        }
    }

    private SchoolClass created(RowReader row, String name, int grade) {
        SchoolClass schoolClass = new SchoolClass();
        schoolClass.schoolId = school.unit.id();
        schoolClass.schoolYear = school.year.start();
        schoolClass.name = name;
        schoolClass.grade = grade;
        school.add(schoolClass);
        fresh.add(schoolClass);
        plan.created(row.place(), Thing.CLASS);
        return schoolClass;
    }

    /**
     * The place of each pupil in the class list, from 1, in the order of STT. A list that does not hold everybody of a class leaves the others where they
     * are and appends.
     */
    Map<String, Integer> ordinals() {
        Map<String, Integer> ordinals = new HashMap<>();
        Set<String> listed =
                codesByClass.values().stream().flatMap(List::stream).collect(Collectors.toCollection(HashSet::new));
        Map<String, String> codeByPupilId = school.pupilIdByCode.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        codesByClass.forEach((classId, codes) -> {
            List<Enrolment> inClass = school.enrolmentByPupilId.values().stream()
                    .filter(enrolment -> enrolment.classId.equals(classId))
                    .toList();
            boolean whole = inClass.stream().allMatch(e -> listed.contains(codeByPupilId.get(e.pupilId)));
            int next =
                    whole ? 1 : inClass.stream().mapToInt(e -> e.ordinal).max().orElse(0) + 1;
            Set<String> placed = inClass.stream()
                    .map(enrolment -> codeByPupilId.get(enrolment.pupilId))
                    .collect(Collectors.toSet());
            for (String code : codes) {
                if (whole || !placed.contains(code)) {
                    ordinals.putIfAbsent(code, next++);
                }
            }
        });
        return ordinals;
    }
}
