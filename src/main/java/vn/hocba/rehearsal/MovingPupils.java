package vn.hocba.rehearsal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolIdentification;
import vn.hocba.shared.Texts;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.Step;

/** Some pupils move to the other primary school that comes with the application. */
@Component
@ConditionalOnProperty(CompressedClock.PROPERTY)
class MovingPupils {

    private final SampleSchools samples;
    private final Founding founding;
    private final PlayedRecords records;
    private final SchoolDirectory directory;
    private final RequestBoard requests;
    private final Cast cast;
    private final Session session;
    private final CompressedClock clock;

    MovingPupils(
            SampleSchools samples,
            Founding founding,
            PlayedRecords records,
            SchoolDirectory directory,
            RequestBoard requests,
            Cast cast,
            Session session,
            CompressedClock clock) {
        this.samples = samples;
        this.founding = founding;
        this.records = records;
        this.directory = directory;
        this.requests = requests;
        this.cast = cast;
        this.session = session;
        this.clock = clock;
    }

    /**
     * While the homeroom teachers have the records: there the teachers go through their marks again, and everything goes on.
     *
     * @param which records of those at the school then
     */
    void move(Scene scene, Supplier<Set<String>> which) {
        scene.begin("rehearsal.other");
        Unit there = otherSchool(scene);
        scene.begin("rehearsal.transferred");
        CurrentUser clerk = Cast.someone(scene, scene.school(), Role.CLERK);
        CurrentUser from = Cast.someone(scene, scene.school(), Role.PRINCIPAL);
        CurrentUser to = Cast.someone(scene, there, Role.PRINCIPAL);
        for (String record : which.get()) {
            String request =
                    cast.take(clerk, "transfer.ask", record, Map.of("school", there.id(), "reason", Cast.reason()));
            cast.take(to, "transfer.accept", request, Map.of("class", classLike(record, there, scene.schoolYear())));
            session.run(
                    from,
                    () -> requests.take(
                            "transfer.release",
                            request,
                            new Input(
                                    Map.of("day", LocalDate.now(clock)),
                                    List.of(),
                                    Entered.pin(scene.pin().toCharArray()))));
        }
        Pause.until(Texts.vi("rehearsal.transferred"), () -> !records.areMoving());
        cast.everybody(scene, Step.COMMENTS);
    }

    /** Its people join. */
    private Unit otherSchool(Scene scene) {
        for (List<NamedFile> files : samples.all()) {
            SchoolIdentification.Identity identity = founding.identify(files);
            if (!identity.code().equals(scene.school().code())) {
                Unit other = founding.layDown(identity, scene.above());
                CurrentUser admin = founding.firstAdmin(other, Texts.vi("rehearsal.admin"));
                founding.importFiles(admin, files);
                scene.people().addAll(founding.equip(admin, null, scene.pin()));
                return other;
            }
        }
        throw new IllegalStateException("two schools come with the application");
    }

    private String classLike(String record, Unit there, int schoolYear) {
        int grade = records.grade(record);
        return directory.classes(there.id(), schoolYear).stream()
                .filter(info -> info.grade() == grade)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
