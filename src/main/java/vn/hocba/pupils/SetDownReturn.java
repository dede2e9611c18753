package vn.hocba.pupils;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.school.Movements;

/** The admin or the principal sets down that a pupil is back within the year; the closed record is taken up again. */
@Component
class SetDownReturn implements RecordAction {

    private final Office office;
    private final TakeUpAgain takeUp;
    private final Movements movements;
    private final Clock clock;

    SetDownReturn(Office office, TakeUpAgain takeUp, Movements movements, Clock clock) {
        this.office = office;
        this.takeUp = takeUp;
        this.movements = movements;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pupils.return";
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return Office.decides(who, record);
    }

    @Override
    public boolean isAt(YearRecord record) {
        return record.state() == RecordState.LEFT;
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(name(), "pupils-return", Map.of("classes", office.classes(record)))
                .unless(takeUp.obstacle(record));
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        LocalDate day = input.dayUntilToday("day", clock, "pupils.future-day");
        takeUp.takeUp(
                record,
                movements.place(record.pupilId(), office.chosen(record, input.text("class")), day),
                day,
                input.text("note"));
        return null;
    }
}
