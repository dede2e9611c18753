package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.KnownPupils.Listed;
import vn.hocba.school.PupilLine.Known;

/** Plans what the usable rows of a list of pupils write: pupils, and where they study. */
@Component
class PupilWrites {

    private static final List<Column> OF_A_PERSON = List.of(Column.NAME, Column.BIRTH_DATE, Column.GENDER);

    private final PupilRepository pupils;
    private final EnrolmentRepository enrolments;
    private final ImportedMarkRepository marks;

    PupilWrites(PupilRepository pupils, EnrolmentRepository enrolments, ImportedMarkRepository marks) {
        this.pupils = pupils;
        this.enrolments = enrolments;
        this.marks = marks;
    }

    void plan(
            KnownSchool school, List<PupilLine> lines, Map<String, Integer> ordinals, Listed listed, ImportPlan plan) {
        List<Pupil> freshPupils = new ArrayList<>();
        List<Enrolment> freshEnrolments = new ArrayList<>();
        Map<String, Move> moves = new HashMap<>();
        for (PupilLine line : lines) {
            Pupil stored = school.pupilByCode.get(line.code());
            String who = stored == null ? line.name() + " (" + line.code() + ")" : who(stored);
            boolean changed = false;
            switch (line.known()) {
                case NOT -> freshPupils.add(create(line, school));
                case NOBODYS -> take(listed.nobodys().get(line.code()), line, school, plan);
                case OURS -> {
                    OlderValues.ofPerson(school, line, stored, plan);
                    changed = differences(line, who, stored, plan);
                }
                case FORMER, OTHERS -> {
                    // What another school has corrected since is not ours to see or to overwrite.
                }
            }
            String pupilId = school.pupilIdByCode.get(line.code());
            Enrolment enrolment = school.enrolmentByPupilId.get(pupilId);
            int ordinal = ordinals.getOrDefault(line.code(), 0);
            GradeSteps.say(school, line, pupilId, enrolment, plan);
            if (enrolment == null) {
                Enrolment fresh = new Enrolment();
                fresh.pupilId = pupilId;
                fresh.classId = line.schoolClass().id();
                fresh.schoolId = school.unit.id();
                fresh.schoolYear = school.year.start();
                fresh.status = line.status();
                fresh.ordinal = ordinal;
                line.entered().forEach(value -> value.writeTo(fresh));
                freshEnrolments.add(fresh);
                school.add(fresh);
                plan.created(line.place(), Thing.PUPIL);
            } else {
                if (!enrolment.classId.equals(line.schoolClass().id())) {
                    plan.write(() ->
                            enrolments.makeRoom(pupilId, line.schoolClass().id()));
                    moves.put(
                            pupilId,
                            new Move(enrolment.classId, line.schoolClass().id()));
                }
                OlderValues.ofPlace(school, line, enrolment, plan);
                changed |= plan.differences(
                        line.place(), Thing.PUPIL, who, enrolment, enrolmentWanted(school, line, ordinal));
                plan.changedOrNot(line.place(), Thing.PUPIL, changed);
            }
            if (line.known() != Known.FORMER) {
                school.nameByPupilId.put(pupilId, line.name());
                school.listedAt.put(pupilId, line.place());
                school.birthByPupilId.put(
                        pupilId, (LocalDate) line.wanted(Column.BIRTH_DATE).value());
            }
            school.place(pupilId, line.schoolClass().id(), line.status());
        }
        plan.write(() -> {
            pupils.saveAllAndFlush(freshPupils);
            enrolments.saveAllAndFlush(freshEnrolments);
            moveMarks(moves);
        });
    }

    /** What is stored of the person and will become another: somebody may have looked at it when it was stored, so it is said of each. */
    private static boolean differences(PupilLine line, String who, Pupil stored, ImportPlan plan) {
        for (Column column : OF_A_PERSON) {
            Wanted<Pupil, ?> wanted = line.wanted(column);
            if (wanted.differsFrom(stored)) {
                boolean swapped =
                        wanted.value() instanceof LocalDate birth && Witnesses.areSwapped(birth, stored.birthDate);
                plan.problem(
                        Severity.WARNING,
                        line.place(),
                        column,
                        Reason.of(
                                swapped ? "school.pupil.swapped-to-stored" : "school.pupil.other-than-stored",
                                wanted.before(stored)));
            }
        }
        return plan.differences(line.place(), Thing.PUPIL, who, stored, line.wanted());
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

    private static Pupil create(PupilLine line, KnownSchool school) {
        Pupil pupil = new Pupil();
        pupil.moetCode = line.code();
        line.wanted().forEach(value -> value.writeTo(pupil));
        school.add(pupil);
        return pupil;
    }

    private static void take(Pupil pupil, PupilLine line, KnownSchool school, ImportPlan plan) {
        plan.write(() -> {
            pupil.beginAnew();
            line.wanted().forEach(value -> value.writeTo(pupil));
        });
        school.pupilByCode.put(line.code(), pupil);
    }

    private static List<Wanted<Enrolment, ?>> enrolmentWanted(KnownSchool school, PupilLine line, int ordinal) {
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
        wanted.addAll(line.entered());
        return wanted;
    }

    static String who(Pupil pupil) {
        return pupil.fullName + " (" + pupil.moetCode + ")";
    }
}
