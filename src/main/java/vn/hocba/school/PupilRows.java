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
import org.springframework.stereotype.Component;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.KnownPupils.Listed;
import vn.hocba.shared.VietnameseText;

/** Plans the rows of «Danh sách học sinh»: the pupils, the classes they are in, and their place in the class list. */
@Component
class PupilRows {

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

    private final KnownPupils known;
    private final PupilRepository pupils;
    private final EnrolmentRepository enrolments;
    private final SchoolClassRepository classes;
    private final ImportedMarkRepository marks;

    PupilRows(
            KnownPupils known,
            PupilRepository pupils,
            EnrolmentRepository enrolments,
            SchoolClassRepository classes,
            ImportedMarkRepository marks) {
        this.known = known;
        this.pupils = pupils;
        this.enrolments = enrolments;
        this.classes = classes;
        this.marks = marks;
    }

    /** What is known of the pupil of a row. */
    private enum Known {
        NOT,
        OURS,
        /** May be taken, without a look at what is stored. */
        NOBODYS,
        /** Another school's now, was ours in this year: the row speaks of our class list only. */
        FORMER,
        OTHERS
    }

    /** A row that can be used, and where it puts the pupil. */
    private record Line(
            Place place,
            String code,
            Known known,
            EnrolmentStatus status,
            SchoolClass schoolClass,
            List<Wanted<Pupil, ?>> wanted) {

        String name() {
            return wanted.stream()
                    .filter(value -> value.field().equals(Column.NAME.label()))
                    .map(Wanted::after)
                    .findFirst()
                    .orElseThrow();
        }
    }

    void plan(KnownSchool school, List<Place> rows, ImportPlan plan) {
        Listed listed = known.addListed(
                school,
                codes(rows, Column.MOET_CODE, RowReader.MOET_CODE_DIGITS),
                codes(rows, Column.PERSONAL_ID, RowReader.PERSONAL_ID_DIGITS));
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
            LocalDate birth = PupilColumns.birth(row, school);
            List<Wanted<Pupil, ?>> wanted = PupilColumns.wanted(row, personalId, birth);
            Duplicates.refuse(row, Column.PERSONAL_ID, personalId, personalIds);
            SchoolClass schoolClass = schoolClass(row, school, freshClasses, plan);
            if (code != null && schoolClass != null) {
                codesByClass
                        .computeIfAbsent(schoolClass.id(), id -> new ArrayList<>())
                        .add(code);
            }
            Known pupil = known(row, code, birth, status, school, listed, plan);
            checkPersonalId(row, code, personalId, listed);
            if (row.usable()) {
                plan.status(place, status);
                lines.add(new Line(place, code, pupil, status, schoolClass, wanted));
            } else {
                plan.leftOut(place, Thing.PUPIL);
            }
        }
        plan.write(() -> classes.saveAllAndFlush(freshClasses));
        write(school, lines, ordinals(school, codesByClass), listed, plan);
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
            KnownSchool school, List<Line> lines, Map<String, Integer> ordinals, Listed listed, ImportPlan plan) {
        List<Pupil> freshPupils = new ArrayList<>();
        List<Enrolment> freshEnrolments = new ArrayList<>();
        Map<String, Move> moves = new HashMap<>();
        for (Line line : lines) {
            Pupil stored = school.pupilByCode.get(line.code());
            String who = stored == null ? line.name() + " (" + line.code() + ")" : who(stored);
            boolean changed = false;
            switch (line.known()) {
                case NOT -> freshPupils.add(create(line, school));
                case NOBODYS -> take(listed.nobodys().get(line.code()), line, school, plan);
                case OURS -> changed = plan.differences(line.place(), Thing.PUPIL, who, stored, line.wanted());
                case FORMER, OTHERS -> {
                    // What another school has corrected since is not ours to see or to overwrite.
                }
            }
            String pupilId = school.pupilIdByCode.get(line.code());
            Enrolment enrolment = school.enrolmentByPupilId.get(pupilId);
            int ordinal = ordinals.getOrDefault(line.code(), 0);
            if (enrolment == null) {
                Enrolment fresh = new Enrolment();
                fresh.pupilId = pupilId;
                fresh.classId = line.schoolClass().id();
                fresh.schoolId = school.unit.id();
                fresh.schoolYear = school.year.start();
                fresh.status = line.status();
                fresh.ordinal = ordinal;
                freshEnrolments.add(fresh);
                school.add(fresh);
                plan.created(line.place(), Thing.PUPIL);
            } else {
                if (!enrolment.classId.equals(line.schoolClass().id())) {
                    moves.put(
                            pupilId,
                            new Move(enrolment.classId, line.schoolClass().id()));
                }
                changed |= plan.differences(
                        line.place(), Thing.PUPIL, who, enrolment, enrolmentWanted(school, line, ordinal));
                plan.changedOrNot(line.place(), Thing.PUPIL, changed);
            }
            if (line.known() != Known.FORMER) {
                school.nameByPupilId.put(pupilId, line.name());
            }
            school.place(pupilId, line.schoolClass().id(), line.status());
        }
        plan.write(() -> {
            pupils.saveAllAndFlush(freshPupils);
            enrolments.saveAllAndFlush(freshEnrolments);
            moveMarks(moves);
        });
    }

    /** A pupil who changes class within the year. */
    private record Move(String from, String to) {}

    private void moveMarks(Map<String, Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        Set<String> left = moves.values().stream().map(Move::from).collect(Collectors.toSet());
        for (ImportedMarkRow mark : marks.findByClassIdIn(left)) {
            Move move = moves.get(mark.pupilId);
            if (move != null && move.from().equals(mark.classId)) {
                mark.classId = move.to();
            }
        }
    }

    private static Pupil create(Line line, KnownSchool school) {
        Pupil pupil = new Pupil();
        pupil.moetCode = line.code();
        line.wanted().forEach(value -> value.writeTo(pupil));
        school.add(pupil);
        return pupil;
    }

    private static void take(Pupil pupil, Line line, KnownSchool school, ImportPlan plan) {
        plan.write(() -> {
            pupil.beginAnew();
            line.wanted().forEach(value -> value.writeTo(pupil));
        });
        school.pupilByCode.put(line.code(), pupil);
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
        if (known == null
                && UploadedFile.gradeInName(name)
                        .filter(n -> !n.equals(grade.get()))
                        .isPresent()) {
            row.error(Column.CLASS, "school.pupil.class-of-other-grade", name, grade.get());
            return null;
        }
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

    private static String who(Pupil pupil) {
        return pupil.fullName + " (" + pupil.moetCode + ")";
    }

    private static Known known(
            RowReader row,
            String code,
            LocalDate birth,
            EnrolmentStatus status,
            KnownSchool school,
            Listed listed,
            ImportPlan plan) {
        String pupilId = school.pupilIdByCode.get(code);
        if (pupilId == null) {
            return Known.NOT;
        }
        if (school.pupilByCode.containsKey(code)) {
            plan.comparesPupil();
            return Known.OURS;
        }
        Pupil nobodys = listed.nobodys().get(code);
        if (nobodys != null && status == EnrolmentStatus.STUDYING && nobodys.birthDate.equals(birth)) {
            return Known.NOBODYS;
        }
        if ((status == EnrolmentStatus.MOVED_AWAY || status == EnrolmentStatus.QUIT)
                && school.enrolmentByPupilId.containsKey(pupilId)) {
            return Known.FORMER;
        }
        // The same words whatever is wrong: they tell neither where the pupil is nor whether the birth date is right.
        row.error(Column.MOET_CODE, "school.pupil.not-ours");
        plan.meetsStranger();
        return Known.OTHERS;
    }

    private static void checkPersonalId(RowReader row, String code, String personalId, Listed listed) {
        Pupil namesake = personalId == null ? null : listed.byPersonalId().get(personalId);
        if (namesake != null && !namesake.moetCode.equals(code)) {
            row.error(Column.PERSONAL_ID, "school.pupil.id-taken", who(namesake));
        }
    }

    private static Set<String> codes(List<Place> rows, Column column, int digits) {
        return rows.stream()
                .map(place -> RowReader.padded(place.table().cell(place.row(), column), digits))
                .filter(code -> code != null)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
