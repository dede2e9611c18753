package vn.hocba.rehearsal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Part;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.school.ChangeDuties;
import vn.hocba.school.ChangeDuties.Duty;
import vn.hocba.school.ChangeDuties.Order;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.workflow.Step;

/** Some teachers hand over all that they have to a colleague in the middle of the year, by a decision of the principal. */
@Component
class NewTeachers {

    /** 3 % of the teachers at each of two moments, at least one. */
    private static final int CHANGING = 30;

    private final ChangeDuties changes;
    private final SchoolDirectory directory;
    private final Draw draw;
    private final SchoolPlay play;
    private final Clock clock;

    NewTeachers(ChangeDuties changes, SchoolDirectory directory, Draw draw, SchoolPlay play, Clock clock) {
        this.changes = changes;
        this.directory = directory;
        this.draw = draw;
        this.play = play;
        this.clock = clock;
    }

    /** Who leads no class goes when one class has the comments and the others wait for them. */
    void ofSubjects(Scene scene) {
        Set<String> leaders = directory.homeroomStaff(scene.school().id());
        for (CurrentUser former : some(scene, teachers(scene, leaders, false))) {
            String firstClass = duties(scene, former).stream()
                    .map(duty -> directory.classById(duty.classId()).name())
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            scene.problems().addAll(play.work(former, Step.COMMENTS, scene.pin(), List.of(firstClass), progress -> {}));
            handOver(scene, former, "subject-teacher");
        }
    }

    /** Who leads a class goes when all comments are written and the class waits for the signature. */
    void ofClasses(Scene scene) {
        Set<String> leaders = directory.homeroomStaff(scene.school().id());
        some(scene, teachers(scene, leaders, true)).forEach(former -> handOver(scene, former, "homeroom-teacher"));
    }

    private List<CurrentUser> some(Scene scene, List<CurrentUser> teachers) {
        int all = (int) scene.people().stream().filter(NewTeachers::onlyTeaches).count();
        return draw.some(teachers, CHANGING, all);
    }

    /** In the order of the accounts, which is that of the sector codes. */
    private List<CurrentUser> teachers(Scene scene, Set<String> leaders, boolean leading) {
        return scene.people().stream()
                .filter(NewTeachers::onlyTeaches)
                .filter(person -> leaders.contains(person.staffId()) == leading)
                .filter(person -> !duties(scene, person).isEmpty())
                .toList();
    }

    private static boolean onlyTeaches(CurrentUser person) {
        return person.roles().equals(Set.of(Role.TEACHER));
    }

    private void handOver(Scene scene, CurrentUser former, String what) {
        List<CurrentUser> colleagues = scene.people().stream()
                .filter(person -> onlyTeaches(person) && !person.staffId().equals(former.staffId()))
                .filter(person -> directory.staff(person.staffId()).personalId() != null)
                .toList();
        CurrentUser successor = draw.some(colleagues, 1, 1).get(0);
        Order order = new Order(successor.staffId(), LocalDate.now(clock), null, Cast.reason(), Cast.decision());
        play.as(Cast.someone(scene, scene.school(), Role.PRINCIPAL), () -> changes.give(duties(scene, former), order));
        scene.happened(what, 1);
    }

    private List<Duty> duties(Scene scene, CurrentUser person) {
        List<Duty> duties = new ArrayList<>();
        Map<String, List<SchoolDirectory.Assignment>> assigned =
                directory.assignments(scene.school().id(), scene.schoolYear());
        for (ClassInfo info : directory.classes(scene.school().id(), scene.schoolYear())) {
            if (info.isLedBy(person.staffId())) {
                duties.add(new Duty(info.id(), Part.CLASS));
            }
            duties.addAll(assigned.getOrDefault(info.id(), List.of()).stream()
                    .filter(assignment -> person.staffId().equals(assignment.staffId()))
                    .map(assignment -> new Duty(info.id(), assignment.subjectCode()))
                    .collect(Collectors.toList()));
        }
        return duties;
    }
}
