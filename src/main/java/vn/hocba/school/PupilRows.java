package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.shared.VietnameseText;

/** Plans the rows of «Danh sách học sinh»: the pupils, the classes they are in, and their place in the class list. */
@Component
class PupilRows {

    static final String VIETNAM = "Việt Nam";
    private static final int OLDEST_PUPIL = 30;
    private static final int YOUNGEST_PUPIL = 4;
    private static final Map<String, EnrolmentStatus> STATUSES = Map.ofEntries(
            Map.entry("dang hoc", EnrolmentStatus.STUDYING),
            Map.entry("chuyen den", EnrolmentStatus.STUDYING),
            Map.entry("chuyen den ky 1", EnrolmentStatus.STUDYING),
            Map.entry("chuyen den ky 2", EnrolmentStatus.STUDYING),
            Map.entry("chuyen den he", EnrolmentStatus.STUDYING),
            Map.entry("chuyen den trong he", EnrolmentStatus.STUDYING),
            Map.entry("chuyen di", EnrolmentStatus.MOVED_AWAY),
            Map.entry("da chuyen di", EnrolmentStatus.MOVED_AWAY),
            Map.entry("thoi hoc", EnrolmentStatus.QUIT),
            Map.entry("bo hoc", EnrolmentStatus.QUIT),
            Map.entry("bao luu", EnrolmentStatus.SUSPENDED),
            Map.entry("tam nghi", EnrolmentStatus.SUSPENDED));

    private final PupilRepository pupils;
    private final EnrolmentRepository enrolments;
    private final SchoolClassRepository classes;
    private final ImportedMarkRepository marks;

    PupilRows(
            PupilRepository pupils,
            EnrolmentRepository enrolments,
            SchoolClassRepository classes,
            ImportedMarkRepository marks) {
        this.pupils = pupils;
        this.enrolments = enrolments;
        this.classes = classes;
        this.marks = marks;
    }

    /** A row that can be used, and where it puts the pupil. */
    private record Line(
            Place place, String code, EnrolmentStatus status, SchoolClass schoolClass, List<Wanted<Pupil, ?>> wanted) {}

    void plan(KnownSchool school, List<Place> rows, ImportPlan plan) {
        Elsewhere elsewhere = elsewhere(school, rows);
        Map<String, Place> codes = new HashMap<>();
        Map<String, Place> personalIds = new HashMap<>();
        List<SchoolClass> freshClasses = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Map<String, List<String>> codesByClass = new LinkedHashMap<>();
        for (Place place : rows.stream().sorted(listOrder()).toList()) {
            RowReader row = new RowReader(plan, place);
            String code = row.moetCode(Column.MOET_CODE);
            Duplicates.refuse(row, Column.MOET_CODE, code, codes);
            EnrolmentStatus status = status(row);
            String personalId = row.personalId();
            List<Wanted<Pupil, ?>> wanted = wanted(row, personalId, school);
            Duplicates.refuse(row, Column.PERSONAL_ID, personalId, personalIds);
            SchoolClass schoolClass = schoolClass(row, school, freshClasses, plan);
            if (code != null && schoolClass != null) {
                codesByClass
                        .computeIfAbsent(schoolClass.id(), id -> new ArrayList<>())
                        .add(code);
            }
            elsewhere.check(row, code, personalId, status);
            if (row.usable()) {
                plan.status(place, status);
                lines.add(new Line(place, code, status, schoolClass, wanted));
            } else {
                plan.leftOut(place, Thing.PUPIL);
            }
        }
        plan.write(() -> classes.saveAllAndFlush(freshClasses));
        write(school, lines, ordinals(school, codesByClass), elsewhere, plan);
    }

    /** The workbook's STT; rows without one stay where they stand. */
    private static Comparator<Place> listOrder() {
        return Comparator.comparing(place -> {
            String ordinal =
                    place.table().cell(place.row(), Column.ORDINAL).text().replace(".", "");
            return ordinal.matches("\\d{1,9}") ? Integer.valueOf(ordinal) : Integer.valueOf(Integer.MAX_VALUE);
        });
    }

    private void write(
            KnownSchool school, List<Line> lines, Map<String, Integer> ordinals, Elsewhere elsewhere, ImportPlan plan) {
        List<Pupil> freshPupils = new ArrayList<>();
        List<Enrolment> freshEnrolments = new ArrayList<>();
        Map<String, String> moved = new HashMap<>();
        for (Line line : lines) {
            Pupil stored = school.pupilByCode.get(line.code());
            Pupil pupil = stored == null ? new Pupil() : stored;
            boolean changed = false;
            if (stored == null) {
                pupil.moetCode = line.code();
                line.wanted().forEach(value -> value.writeTo(pupil));
                school.pupilByCode.put(line.code(), pupil);
                freshPupils.add(pupil);
            } else if (!elsewhere.isStudying(stored)) {
                // What another school where the pupil is studying now has corrected is not ours to overwrite.
                changed = plan.differences(line.place(), Thing.PUPIL, who(stored), stored, line.wanted());
            }
            Enrolment enrolment = school.enrolmentByPupilId.get(pupil.id());
            int ordinal = ordinals.getOrDefault(line.code(), 0);
            if (enrolment == null) {
                Enrolment fresh = new Enrolment();
                fresh.pupilId = pupil.id();
                fresh.classId = line.schoolClass().id();
                fresh.schoolId = school.unit.id();
                fresh.schoolYear = school.year.start();
                fresh.status = line.status();
                fresh.ordinal = ordinal;
                freshEnrolments.add(fresh);
                school.add(fresh);
                plan.created(line.place(), Thing.PUPIL);
            } else {
                String before = enrolment.classId;
                if (!before.equals(line.schoolClass().id())) {
                    moved.put(pupil.id(), line.schoolClass().id());
                }
                changed |= plan.differences(
                        line.place(), Thing.PUPIL, who(pupil), enrolment, enrolmentWanted(school, line, ordinal));
                plan.changedOrNot(line.place(), Thing.PUPIL, changed);
            }
            line.wanted().stream()
                    .filter(value -> value.field().equals(Column.NAME.label()))
                    .forEach(value -> school.nameByPupilId.put(pupil.id(), value.after()));
            school.place(pupil.id(), line.schoolClass().id(), line.status());
        }
        plan.write(() -> {
            pupils.saveAllAndFlush(freshPupils);
            enrolments.saveAllAndFlush(freshEnrolments);
            if (!moved.isEmpty()) {
                marks.findByPupilIdIn(moved.keySet()).forEach(mark -> mark.classId = moved.get(mark.pupilId));
            }
        });
    }

    private static List<Wanted<Enrolment, ?>> enrolmentWanted(KnownSchool school, Line line, int ordinal) {
        List<Wanted<Enrolment, ?>> wanted = new ArrayList<>();
        wanted.add(new Wanted<>(Column.STATUS.label(), e -> e.status, (e, v) -> e.status = v, line.status()));
        wanted.add(new Wanted<>(
                Column.CLASS.label(),
                e -> school.className(e.classId),
                (e, v) -> e.classId = line.schoolClass().id(),
                line.schoolClass().name));
        if (ordinal > 0) {
            wanted.add(new Wanted<>(Column.ORDINAL.label(), e -> e.ordinal, (e, v) -> e.ordinal = v, ordinal));
        }
        return wanted;
    }

    /**
     * The place of each pupil in the class list, from 1, in the order of STT. A list that does not hold everybody of a class leaves the others where they
     * are and appends.
     */
    private static Map<String, Integer> ordinals(KnownSchool school, Map<String, List<String>> codesByClass) {
        Map<String, Integer> ordinals = new HashMap<>();
        Set<String> listed =
                codesByClass.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<String, String> codeByPupilId =
                school.pupilByCode.values().stream().collect(Collectors.toMap(Pupil::id, pupil -> pupil.moetCode));
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

    private SchoolClass schoolClass(RowReader row, KnownSchool school, List<SchoolClass> fresh, ImportPlan plan) {
        String name = row.required(Column.CLASS, 50);
        Optional<Integer> grade =
                UploadedFile.grade(row.place().table(), row.place().row());
        if (name == null) {
            return null;
        }
        if (grade.flatMap(UploadedFile::levelOf)
                .filter(school.unit.level()::equals)
                .isEmpty()) {
            row.error(row.has(Column.GRADE) ? Column.GRADE : Column.CLASS, "school.pupil.bad-grade");
            return null;
        }
        SchoolClass known = school.classByName.get(name);
        if (known == null) {
            SchoolClass schoolClass = new SchoolClass();
            schoolClass.schoolId = school.unit.id();
            schoolClass.schoolYear = school.year.start();
            schoolClass.name = name;
            schoolClass.grade = grade.get();
            school.classByName.put(name, schoolClass);
            fresh.add(schoolClass);
            plan.created(row.place(), Thing.CLASS);
            return schoolClass;
        }
        if (known.grade != grade.get()) {
            row.error(Column.GRADE, "school.pupil.other-grade", name, known.grade);
        }
        return known;
    }

    private static EnrolmentStatus status(RowReader row) {
        String text = row.required(Column.STATUS, 100);
        EnrolmentStatus status = text == null ? null : STATUSES.get(VietnameseText.searchKey(text));
        if (text != null && status == null) {
            row.error(Column.STATUS, "school.pupil.bad-status");
        }
        return status;
    }

    private static List<Wanted<Pupil, ?>> wanted(RowReader row, String personalId, KnownSchool school) {
        List<Wanted<Pupil, ?>> wanted = new ArrayList<>();
        wanted.add(new Wanted<>(Column.NAME.label(), p -> p.fullName, Pupil::rename, row.required(Column.NAME, 150)));
        LocalDate birth = birth(row, school);
        wanted.add(new Wanted<>(Column.BIRTH_DATE.label(), p -> p.birthDate, (p, v) -> p.birthDate = v, birth));
        String gender = gender(row);
        wanted.add(new Wanted<>(Column.GENDER.label(), p -> p.gender, (p, v) -> p.gender = v, gender));
        boolean foreign = isForeign(row);
        if (row.has(Column.ETHNICITY)) {
            wanted.add(new Wanted<>(
                    Column.ETHNICITY.label(),
                    p -> p.ethnicity,
                    (p, v) -> p.ethnicity = v,
                    row.text(Column.ETHNICITY, 100)));
        }
        String nationality = row.text(Column.NATIONALITY, 100);
        wanted.add(new Wanted<>(
                Column.NATIONALITY.label(),
                p -> p.nationality,
                (p, v) -> p.nationality = v,
                nationality != null || foreign ? nationality : VIETNAM));
        if (row.has(Column.PERSONAL_ID)) {
            warnOfPersonalId(row, personalId, birth, gender, foreign);
            wanted.add(new Wanted<>(
                    Column.PERSONAL_ID.label(), p -> p.personalId, (p, v) -> p.personalId = v, personalId));
        }
        if (row.has(Column.BIRTH_PLACE)) {
            wanted.add(new Wanted<>(
                    Column.BIRTH_PLACE.label(),
                    p -> p.birthPlace,
                    (p, v) -> p.birthPlace = v,
                    row.text(Column.BIRTH_PLACE, 300)));
        }
        if (row.has(Column.HOME_PROVINCE) || row.has(Column.HOME_COMMUNE)) {
            wanted.add(new Wanted<>("Quê quán", p -> p.homeTown, (p, v) -> p.homeTown = v, homeTown(row)));
        }
        if (row.has(Column.RESIDENCE)) {
            wanted.add(new Wanted<>(
                    Column.RESIDENCE.label(),
                    p -> p.residence,
                    (p, v) -> p.residence = v,
                    row.text(Column.RESIDENCE, 300)));
        }
        wanted.addAll(family(row));
        return wanted;
    }

    private static List<Wanted<Pupil, ?>> family(RowReader row) {
        List<Wanted<Pupil, ?>> wanted = new ArrayList<>();
        if (row.has(Column.FATHER)) {
            wanted.add(new Wanted<>(
                    Column.FATHER.label(),
                    p -> p.fatherName,
                    (p, v) -> p.fatherName = v,
                    row.text(Column.FATHER, 150)));
        }
        if (row.has(Column.FATHER_JOB)) {
            wanted.add(new Wanted<>(
                    Column.FATHER_JOB.label(),
                    p -> p.fatherJob,
                    (p, v) -> p.fatherJob = v,
                    row.text(Column.FATHER_JOB, 150)));
        }
        if (row.has(Column.MOTHER)) {
            wanted.add(new Wanted<>(
                    Column.MOTHER.label(),
                    p -> p.motherName,
                    (p, v) -> p.motherName = v,
                    row.text(Column.MOTHER, 150)));
        }
        if (row.has(Column.MOTHER_JOB)) {
            wanted.add(new Wanted<>(
                    Column.MOTHER_JOB.label(),
                    p -> p.motherJob,
                    (p, v) -> p.motherJob = v,
                    row.text(Column.MOTHER_JOB, 150)));
        }
        if (row.has(Column.GUARDIAN)) {
            wanted.add(new Wanted<>(
                    Column.GUARDIAN.label(),
                    p -> p.guardianName,
                    (p, v) -> p.guardianName = v,
                    row.text(Column.GUARDIAN, 150)));
        }
        if (row.has(Column.PHONE)) {
            wanted.add(new Wanted<>(Column.PHONE.label(), p -> p.phone, (p, v) -> p.phone = v, row.phone()));
        }
        return wanted;
    }

    private static LocalDate birth(RowReader row, KnownSchool school) {
        LocalDate birth = row.date(Column.BIRTH_DATE);
        if (row.cell(Column.BIRTH_DATE).isEmpty()) {
            row.error(Column.BIRTH_DATE, "school.row.empty", Column.BIRTH_DATE.label());
        } else if (birth != null
                && (birth.getYear() < school.year.start() - OLDEST_PUPIL
                        || birth.getYear() > school.year.start() - YOUNGEST_PUPIL)) {
            row.error(Column.BIRTH_DATE, "school.pupil.bad-birth");
        }
        return birth;
    }

    private static String gender(RowReader row) {
        String text = row.required(Column.GENDER, 20);
        String gender =
                switch (text == null ? "" : VietnameseText.searchKey(text)) {
                    case "nam" -> "Nam";
                    case "nu" -> "Nữ";
                    default -> null;
                };
        if (text != null && gender == null) {
            row.error(Column.GENDER, "school.pupil.bad-gender");
        }
        return gender;
    }

    private static boolean isForeign(RowReader row) {
        String nationality = row.cell(Column.NATIONALITY).text();
        return !nationality.isEmpty() && !VietnameseText.searchKey(nationality).equals("viet nam")
                || VietnameseText.searchKey(row.cell(Column.ETHNICITY).text()).equals("nguoi nuoc ngoai");
    }

    private static void warnOfPersonalId(
            RowReader row, String personalId, LocalDate birth, String gender, boolean foreign) {
        if (personalId == null) {
            row.warning(Column.PERSONAL_ID, foreign ? "school.pupil.foreign" : "school.pupil.no-personal-id");
            return;
        }
        if (!PersonalId.isWellFormed(personalId)) {
            return;
        }
        if (!PersonalId.hasKnownProvince(personalId)) {
            row.warning(Column.PERSONAL_ID, "school.pupil.id-province");
        }
        if (birth != null && !PersonalId.agreesWithBirth(personalId, birth)) {
            row.warning(Column.PERSONAL_ID, "school.pupil.id-birth", Wanted.shown(birth));
        }
        if (gender != null && !PersonalId.agreesWithGender(personalId, gender.equals("Nữ"))) {
            row.warning(Column.PERSONAL_ID, "school.pupil.id-gender", gender);
        }
    }

    private static String homeTown(RowReader row) {
        String text = Stream.of(row.text(Column.HOME_COMMUNE, 150), row.text(Column.HOME_PROVINCE, 140))
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }

    private static String who(Pupil pupil) {
        return pupil.fullName + " (" + pupil.moetCode + ")";
    }

    /** What is stored of these pupils outside of this school: it decides, but is not shown. */
    private record Elsewhere(
            KnownSchool school, Set<String> studyingIds, Map<String, Pupil> byPersonalId, Set<String> ours) {

        boolean isStudying(Pupil pupil) {
            return studyingIds.contains(pupil.id());
        }

        void check(RowReader row, String code, String personalId, EnrolmentStatus status) {
            Pupil stored = school.pupilByCode.get(code);
            if (stored != null
                    && isStudying(stored)
                    && (status == EnrolmentStatus.STUDYING || !ours.contains(stored.id()))) {
                row.error(Column.MOET_CODE, "school.pupil.studies-elsewhere");
            }
            Pupil namesake = personalId == null ? null : byPersonalId.get(personalId);
            if (namesake == null || namesake.moetCode.equals(code)) {
                return;
            }
            if (ours.contains(namesake.id())) {
                row.error(Column.PERSONAL_ID, "school.pupil.id-taken", who(namesake));
            } else {
                row.warning(Column.PERSONAL_ID, "school.pupil.id-taken-elsewhere");
            }
        }
    }

    private Elsewhere elsewhere(KnownSchool school, List<Place> rows) {
        Set<String> unknown = codes(rows, Column.MOET_CODE, RowReader.MOET_CODE_DIGITS);
        unknown.removeAll(school.pupilByCode.keySet());
        Set<String> ours = school.pupilByCode.values().stream().map(Pupil::id).collect(Collectors.toSet());
        for (List<String> some : Chunks.of(unknown)) {
            pupils.findByMoetCodeIn(some).forEach(pupil -> {
                school.pupilByCode.put(pupil.moetCode, pupil);
                school.nameByPupilId.put(pupil.id(), pupil.fullName);
            });
        }
        Set<String> studying = new HashSet<>();
        List<String> ids = school.pupilByCode.values().stream().map(Pupil::id).toList();
        for (List<String> some : Chunks.of(ids)) {
            enrolments.findByPupilIdInAndSchoolYearAndSchoolIdNot(some, school.year.start(), school.unit.id()).stream()
                    .filter(enrolment -> enrolment.status == EnrolmentStatus.STUDYING)
                    .forEach(enrolment -> studying.add(enrolment.pupilId));
        }
        Map<String, Pupil> byPersonalId = new HashMap<>();
        for (List<String> some : Chunks.of(codes(rows, Column.PERSONAL_ID, RowReader.PERSONAL_ID_DIGITS))) {
            pupils.findByPersonalIdIn(some).forEach(pupil -> byPersonalId.put(pupil.personalId, pupil));
        }
        return new Elsewhere(school, studying, byPersonalId, ours);
    }

    private static Set<String> codes(List<Place> rows, Column column, int digits) {
        return rows.stream()
                .map(place -> RowReader.padded(place.table().cell(place.row(), column), digits))
                .filter(code -> code != null)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
