package vn.hocba.rehearsal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.hocba.rehearsal.Course.Scene;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.workflow.Step;

/**
 * A year as it really goes: teachers and pupils change, some records are returned, corrected or taken back, one school is late; then both cut-offs with the summer
 * assessment between them, and the reports to the ministry. Whom it meets is drawn, nobody twice, and the same by the same seed. Shares are of a thousand.
 */
@Component
@ConditionalOnProperty(CompressedClock.PROPERTY)
class EventfulYear implements Course {

    private static final int WITH_DISABILITY = 10;
    private static final int TRANSFERRED = 20;
    private static final int LEAVING = 5;
    private static final int CHANGING_CLASS = 10;
    private static final int RETURNED = 50;
    private static final int CORRECTED = 30;
    private static final int MADE_ANEW = 5;
    private static final int TAKEN_BACK = 5;

    private final Draw draw;
    private final PlayedRecords played;
    private final NewTeachers teachers;
    private final ChangedPupils pupils;
    private final MovingPupils moving;
    private final ChangedRecords changed;
    private final EndOfYear end;
    private final YearBooks books;
    private List<String> records = List.of();
    private List<String> withDisability = List.of();
    private List<String> moved = List.of();
    private Unit other;

    EventfulYear(
            Draw draw,
            PlayedRecords played,
            NewTeachers teachers,
            ChangedPupils pupils,
            MovingPupils moving,
            ChangedRecords changed,
            EndOfYear end,
            YearBooks books) {
        this.draw = draw;
        this.played = played;
        this.teachers = teachers;
        this.pupils = pupils;
        this.moving = moving;
        this.changed = changed;
        this.end = end;
        this.books = books;
    }

    @Override
    public void begin(Scene scene) {
        records = played.of(scene.school().id(), scene.schoolYear());
    }

    @Override
    public void before(Step step, Scene scene) {
        switch (step) {
            case COMMENTS -> {
                withDisability = met(scene, WITH_DISABILITY);
                pupils.assessOtherwise(scene, withDisability);
                teachers.ofSubjects(scene);
            }
            case HOMEROOM -> {
                teachers.ofClasses(scene);
                other = moving.otherSchool(scene);
                moved = met(scene, TRANSFERRED);
                moving.move(scene, other, moved);
                pupils.leave(scene, met(scene, LEAVING));
                pupils.decideByPlan(scene, withDisability);
            }
            case PRINCIPAL -> {
                pupils.changeClass(scene, changingClass(scene));
                changed.giveBack(scene, met(scene, RETURNED));
            }
            case SEAL, SUBMIT -> {}
        }
    }

    @Override
    public Ended end(Scene scene) {
        changed.correct(scene, met(scene, CORRECTED));
        changed.makeAnew(scene, met(scene, MADE_ANEW));
        changed.takeBack(scene, met(scene, TAKEN_BACK));
        end.comes(scene);
        return new Ended(draw.seed(), scene.happened(), books.of(scene, records, other));
    }

    /** Where a grade has one class only, those who have just moved are in the wrong one of the other school. */
    private List<String> changingClass(Scene scene) {
        List<String> own = draw.some(pupils.movable(present(scene)), CHANGING_CLASS, records.size());
        return own.isEmpty()
                ? pupils.movable(moved).stream().limit(1 + records.size() / 100).toList()
                : own;
    }

    /** Nobody whose pupil has gone, nor, once that is known, who has the summer before them. */
    private List<String> met(Scene scene, int perThousand) {
        return draw.some(present(scene), perThousand, records.size());
    }

    private List<String> present(Scene scene) {
        Set<String> here = played.withoutSummer(scene.school().id()).stream().collect(Collectors.toSet());
        return records.stream().filter(here::contains).toList();
    }
}
