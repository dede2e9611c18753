package vn.hocba.school;

import java.util.Optional;
import vn.hocba.school.ImportPreview.Severity;

/** Says of whom a new list does not put one grade higher than the list of the year before. */
final class GradeSteps {

    private GradeSteps() {}

    /** Once, when the pupil comes into that grade: a list that only repeats it says nothing new. */
    static void say(KnownSchool school, PupilLine line, String pupilId, Enrolment stored, ImportPlan plan) {
        int grade = line.schoolClass().grade;
        Integer before = school.gradeBefore.get(pupilId);
        boolean known = stored != null && Optional.of(grade).equals(school.gradeOf(stored.classId));
        if (before == null || known || line.status() != EnrolmentStatus.STUDYING || grade == before + 1) {
            return;
        }
        String what = grade > before ? "skips-grade" : grade == before ? "repeats-grade" : "lower-grade";
        plan.problem(
                Severity.WARNING,
                line.place(),
                Column.CLASS,
                Reason.of("school.pupil." + what, before, line.schoolClass().name, grade));
    }
}
