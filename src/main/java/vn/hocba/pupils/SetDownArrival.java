package vn.hocba.pupils;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.Arrival;
import vn.hocba.record.Arrivals;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.school.Movements;
import vn.hocba.school.StudyHistory;
import vn.hocba.shared.ClassId;
import vn.hocba.shared.PupilId;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/** The office sets down whence a pupil came whom no hand-over brought, since when, and what the family brought: teachers who assess the year read it. */
@Component
class SetDownArrival implements RecordAction {

    private final Arrivals arrivals;
    private final Movements movements;
    private final StudyHistory studies;
    private final Papers papers;
    private final Clock clock;

    SetDownArrival(Arrivals arrivals, Movements movements, StudyHistory studies, Papers papers, Clock clock) {
        this.arrivals = arrivals;
        this.movements = movements;
        this.studies = studies;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pupils.arrival";
    }

    @Override
    public Right right() {
        return Right.SET_ARRIVAL;
    }

    @Override
    public int place() {
        return 8;
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return Right.SET_ARRIVAL.isOf(who, record.schoolId());
    }

    @Override
    public boolean isAt(YearRecord record) {
        return record.state().isOpenForEntry();
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(name(), "pupils-arrival");
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        Arrival arrival = new Arrival(
                input.dayUntilToday("day", clock, "pupils.future-day"),
                input.text("school"),
                input.textOrNull("brought"));
        arrivals.put(record, arrival);
        movements.entered(new PupilId(record.pupilId()), new ClassId(record.classId()), arrival.day());
        studies.arrived(
                new PupilId(record.pupilId()),
                SchoolLevel.of(record.grade()).orElseThrow(),
                new StudyHistory.Row(record.schoolYear(), null, arrival.formerSchool(), null, null));
        papers.log(record, "record.arrival-noted", Texts.vi("pupils.arrival.words", arrival.formerSchool()));
        return null;
    }
}
