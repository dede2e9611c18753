package vn.hocba.rehearsal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;

/** Some pupils change their class, some leave school, some have a disability: through the offers on their records' pages. */
@Component
class ChangedPupils {

    private final PlayedRecords records;
    private final SchoolDirectory directory;
    private final Cast cast;
    private final Clock clock;

    ChangedPupils(PlayedRecords records, SchoolDirectory directory, Cast cast, Clock clock) {
        this.records = records;
        this.directory = directory;
        this.cast = cast;
        this.clock = clock;
    }

    /** One half, rounded up, is assessed by a plan, the other not at all: the homeroom teachers ask and the principal agrees. */
    void assessOtherwise(Scene scene, List<String> some) {
        scene.begin("rehearsal.disabled");
        for (int place = 0; place < some.size(); place++) {
            String by = place % 2 == 0 ? "PLAN" : "NOTHING";
            String request = cast.take(
                    cast.homeroom(scene, some.get(place)),
                    "inclusion.ask",
                    some.get(place),
                    Map.of("by", by, "number", Cast.decision(), "day", LocalDate.now(clock), "reason", Cast.reason()));
            cast.take(principal(scene, some.get(place)), "inclusion.approve", request, Map.of());
            scene.happened(place % 2 == 0 ? "by-plan" : "not-assessed", 1);
        }
    }

    /** Whether they go on, the principal decides: nothing was computed. */
    void decideByPlan(Scene scene, List<String> some) {
        for (String record : some) {
            String request = cast.take(cast.homeroom(scene, record), "promotion.ask-by-plan", record, Cast.because());
            cast.take(principal(scene, record), "promotion.completed-by-plan", request, Cast.because());
        }
    }

    /** Those of some records whose pupil can be put into another class of the grade. */
    List<String> movable(List<String> some) {
        return some.stream().filter(record -> otherClass(record).isPresent()).toList();
    }

    void changeClass(Scene scene, List<String> some) {
        scene.begin("rehearsal.class-changed");
        for (String record : some) {
            Map<String, Object> where = Map.of(
                    "class",
                    otherClass(record).orElseThrow().id(),
                    "day",
                    LocalDate.now(clock),
                    "reason",
                    Cast.reason());
            cast.take(principal(scene, record), "pupils.change-class", record, where);
            scene.happened("class-changed", 1);
        }
    }

    void leave(Scene scene, List<String> some) {
        scene.begin("rehearsal.left");
        for (String record : some) {
            cast.take(
                    principal(scene, record),
                    "pupils.leave",
                    record,
                    Map.of("status", "QUIT", "day", LocalDate.now(clock)));
            scene.happened("left", 1);
        }
    }

    private Optional<ClassInfo> otherClass(String record) {
        ClassInfo own = directory.classById(records.classId(record));
        List<ClassInfo> others = new ArrayList<>(directory.classes(own.schoolId(), own.schoolYear()));
        others.removeIf(info -> info.grade() != own.grade() || info.id().equals(own.id()));
        return others.stream().findFirst();
    }

    private CurrentUser principal(Scene scene, String record) {
        return Cast.someone(scene, records.schoolId(record), Role.PRINCIPAL);
    }
}
