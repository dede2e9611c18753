package vn.hocba.pupils;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.Leaves;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.school.EnrolmentStatus;
import vn.hocba.school.Movements;

/** The admin or the principal sets down that a pupil is back within the year; the closed record is taken up again. */
@Component
class SetDownReturn implements RecordAction {

    private final Office office;
    private final TakeUpAgain takeUp;
    private final Movements movements;
    private final Leaves leaves;
    private final Clock clock;

    SetDownReturn(Office office, TakeUpAgain takeUp, Movements movements, Leaves leaves, Clock clock) {
        this.office = office;
        this.takeUp = takeUp;
        this.movements = movements;
        this.leaves = leaves;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pupils.return";
    }

    @Override
    public Right right() {
        return Right.MOVE_PUPILS;
    }

    /** Whether it takes back that a pupil has died, which was written down by mistake, and not that the pupil was away. */
    boolean forDeceased() {
        return false;
    }

    private boolean isOfDeceased(YearRecord record) {
        return leaves.of(record.id())
                .filter(leave -> leave.reason() == EnrolmentStatus.DECEASED)
                .isPresent();
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return Office.decides(who, record);
    }

    @Override
    public boolean isAt(YearRecord record) {
        return record.state() == RecordState.LEFT && isOfDeceased(record) == forDeceased();
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(
                        name(),
                        forDeceased() ? "pupils-mistaken" : "pupils-return",
                        Map.of("classes", office.classes(record)))
                .unless(takeUp.obstacle(record));
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        LocalDate day = forDeceased() ? LocalDate.now(clock) : input.dayUntilToday("day", clock, "pupils.future-day");
        takeUp.takeUp(
                record,
                movements.place(record.pupilId(), office.chosen(record, input.text("class")), day),
                day,
                input.text("note"));
        return null;
    }
}
