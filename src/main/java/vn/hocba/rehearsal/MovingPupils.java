package vn.hocba.rehearsal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.request.Input;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolIdentification;
import vn.hocba.shared.Texts;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.Step;

/** Some pupils move to the other primary school that comes with the application; it lets their records lie until the first cut-off is over. */
@Component
@ConditionalOnProperty(CompressedClock.PROPERTY)
class MovingPupils {

    private final SampleSchools samples;
    private final Founding founding;
    private final PlayedRecords records;
    private final SchoolDirectory directory;
    private final Cast cast;
    private final CompressedClock clock;
    private final Calendar calendar;

    MovingPupils(
            SampleSchools samples,
            Founding founding,
            PlayedRecords records,
            SchoolDirectory directory,
            Cast cast,
            CompressedClock clock,
            Calendar calendar) {
        this.samples = samples;
        this.founding = founding;
        this.records = records;
        this.directory = directory;
        this.cast = cast;
        this.clock = clock;
        this.calendar = calendar;
    }

    /**
     * While the homeroom teachers have the records: there the teachers go through their marks again.
     *
     * @param there {@link #otherSchool}
     */
    void move(Scene scene, Unit there, List<String> some) {
        scene.begin("rehearsal.transferred");
        CurrentUser clerk = Cast.someone(scene, scene.school(), Role.CLERK);
        CurrentUser from = Cast.someone(scene, scene.school(), Role.PRINCIPAL);
        CurrentUser to = Cast.someone(scene, there, Role.PRINCIPAL);
        for (String record : some) {
            String request =
                    cast.take(clerk, "transfer.ask", record, Map.of("school", there.id(), "reason", Cast.reason()));
            cast.take(to, "transfer.accept", request, Map.of("class", classLike(record, there, scene.schoolYear())));
            sign(scene, cast.homeroom(scene, record), "transfer.results", request, Map.of());
            sign(scene, from, "transfer.release", request, Map.of("day", LocalDate.now(clock)));
            sign(scene, clerk, "transfer.seal", request, Map.of());
        }
        Pause.until(Texts.vi("rehearsal.transferred"), () -> !records.areMoving());
        scene.happened("transferred", some.size());
        cast.everybody(scene, Step.COMMENTS);
    }

    private void sign(Scene scene, CurrentUser who, String offer, String request, Map<String, Object> values) {
        cast.take(
                who,
                offer,
                request,
                new Input(values, List.of(), Entered.pin(scene.pin().toCharArray())));
    }

    /** Its people join, unless there is time to be late in the first wave. */
    Unit otherSchool(Scene scene) {
        scene.begin("rehearsal.other");
        for (List<NamedFile> files : samples.all()) {
            SchoolIdentification.Identity identity = founding.identify(files);
            if (!identity.code().equals(scene.school().code())) {
                Unit other = founding.layDown(identity, scene.above());
                CurrentUser admin = founding.firstAdmin(other, Texts.vi("rehearsal.admin"));
                founding.importFiles(admin, files);
                boolean late = calendar.of(scene.officer().unitId(), scene.schoolYear())
                        .isInTime(Wave.FIRST, clock.instant());
                (late ? scene.late() : scene.people()).addAll(founding.equip(admin, null, scene.pin()));
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
