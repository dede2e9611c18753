package vn.hocba.pupils;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.school.Movements;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.Step;

/** The admin or the principal puts a pupil into another class of the same grade; the open record follows at once. */
@Component
class ChangeClass implements RecordAction {

    private final Office office;
    private final MoveToClass move;
    private final Movements movements;
    private final Clock clock;

    ChangeClass(Office office, MoveToClass move, Movements movements, Clock clock) {
        this.office = office;
        this.move = move;
        this.movements = movements;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pupils.change-class";
    }

    @Override
    public Right right() {
        return Right.MOVE_PUPILS;
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return Office.decides(who, record);
    }

    @Override
    public boolean isAt(YearRecord record) {
        return Step.at(record.state()).isPresent();
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        Map<String, String> others = office.classes(record);
        others.remove(record.classId());
        return Offer.possible(name(), "pupils-change-class", Map.of("classes", others))
                .unless(move.obstacle(record)
                        .or(() -> others.isEmpty()
                                ? Optional.of(Refused.notNow("pupils.class.only-one"))
                                : Optional.empty()));
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        ClassInfo target = office.chosen(record, input.text("class"));
        if (target.id().equals(record.classId())) {
            throw Refused.invalid("pupils.class.unknown");
        }
        move.move(
                record,
                movements.place(record.pupilId(), target, input.dayUntilToday("day", clock, "pupils.future-day")),
                input.text("reason"));
        return null;
    }
}
