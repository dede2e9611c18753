package vn.hocba.pupils;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.Leave;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.school.EnrolmentStatus;
import vn.hocba.school.Movements;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;
import vn.hocba.workflow.Step;

/** The admin or the principal sets down that a pupil does not study at the school any more; the open record is closed at once. */
@Component
class SetDownLeave implements RecordAction {

    private static final List<EnrolmentStatus> REASONS = List.of(
            EnrolmentStatus.QUIT, EnrolmentStatus.SUSPENDED, EnrolmentStatus.MOVED_AWAY, EnrolmentStatus.DECEASED);

    private final CloseRecord close;
    private final Movements movements;
    private final Clock clock;

    SetDownLeave(CloseRecord close, Movements movements, Clock clock) {
        this.close = close;
        this.movements = movements;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pupils.leave";
    }

    @Override
    public Right right() {
        return Right.MOVE_PUPILS;
    }

    @Override
    public int place() {
        return 6;
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
        Map<String, String> reasons = new LinkedHashMap<>();
        REASONS.forEach(reason -> reasons.put(reason.name(), Texts.vi("pupils.reason." + reason)));
        return Offer.possible(name(), "pupils-leave", Map.of("reasons", reasons))
                .grave()
                .unless(CloseRecord.obstacle(record));
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        EnrolmentStatus reason = REASONS.stream()
                .filter(one -> one.name().equals(input.text("status")))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("pupils.reason.unknown"));
        LocalDate day = input.dayUntilToday("day", clock, "pupils.future-day");
        String decisionNo = input.textOrNull("decision");
        if (reason == EnrolmentStatus.SUSPENDED && decisionNo == null) {
            throw Refused.invalid("pupils.suspension-needs-decision");
        }
        movements.stop(
                new PupilId(record.pupilId()), new SchoolId(record.schoolId()), record.schoolYear(), reason, day);
        close.close(record, new Leave(reason, day, decisionNo, input.textOrNull("note"), clock.instant()));
        return null;
    }
}
