package vn.hocba.school;

import java.time.LocalDate;
import java.util.stream.Collectors;
import vn.hocba.school.ImportPreview.Severity;

/** Says what a list would take back of what is known better: by a list that was imported after it, or because a person of the school has set it down. */
final class OlderValues {

    private OlderValues() {}

    /** Of the person, by a list that is older than what is stored. */
    static void ofPerson(KnownSchool school, PupilLine line, Pupil stored, ImportPlan plan) {
        LocalDate newer = school.newerListOf.get(line.place().file());
        String fields = line.wanted().stream()
                .filter(wanted -> wanted.differsFrom(stored))
                .map(Wanted::field)
                .collect(Collectors.joining(", "));
        if (newer != null && !fields.isEmpty()) {
            plan.problem(
                    Severity.WARNING,
                    line.place(),
                    null,
                    Reason.of("school.pupil.older-values", Wanted.shown(newer), fields));
        }
    }

    /** Of class and status, which somebody has set down on a screen; a list that is imported all the same is believed from then on. */
    static void ofPlace(KnownSchool school, PupilLine line, Enrolment stored, ImportPlan plan) {
        boolean sameClass = stored.classId.equals(line.schoolClass().id());
        if (stored.decidedOn == null || sameClass && stored.status == line.status()) {
            return;
        }
        plan.problem(
                Severity.WARNING,
                line.place(),
                sameClass ? Column.STATUS : Column.CLASS,
                Reason.of(
                        "school.pupil.decided-here",
                        Wanted.shown(stored.decidedOn),
                        school.className(stored.classId),
                        stored.status.term()));
        plan.write(() -> stored.decidedOn = null);
    }
}
