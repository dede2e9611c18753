package vn.hocba.pupils;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.GradeDecision;
import vn.hocba.record.GradeDecisions;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/**
 * The school sets down a decision on the grade of the next year that does not follow from the record: học vượt lớp, or a promotion that was decided when the
 * record could not say so any more. The next year opens by it.
 */
@Component
class SetDownGrade implements RecordAction {

    private final RecordHolders holders;
    private final GradeDecisions decisions;
    private final Papers papers;
    private final Clock clock;

    SetDownGrade(RecordHolders holders, GradeDecisions decisions, Papers papers, Clock clock) {
        this.holders = holders;
        this.decisions = decisions;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pupils.grade";
    }

    @Override
    public Right right() {
        return Right.SET_GRADE;
    }

    @Override
    public int place() {
        return 7;
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        return Right.SET_GRADE.isOf(who, holders.managing(record));
    }

    @Override
    public boolean isAt(YearRecord record) {
        boolean issued = record.state() == RecordState.ACCEPTED || record.state() == RecordState.FROZEN;
        return issued && !SchoolLevel.endsWith(record.grade()) && holders.isLatest(record);
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        return Offer.possible(name(), "pupils-grade", Map.of("grades", grades(record)));
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        String grade = input.text("grade");
        if (!grades(record).containsKey(grade)) {
            throw Refused.invalid("pupils.grade.unknown");
        }
        GradeDecision decision = new GradeDecision(
                record.schoolYear() + 1,
                Integer.parseInt(grade),
                input.text("number"),
                input.dayUntilToday("day", clock, "pupils.future-day"),
                input.textOrNull("note"));
        decisions.add(record.pupilId(), decision);
        papers.log(record, "record.grade-decided", Texts.vi("pupils.grade.words", grade, decision.decisionNo()));
        return null;
    }

    /** The later grades of the level. */
    private static Map<String, String> grades(YearRecord record) {
        int last = SchoolLevel.of(record.grade()).orElseThrow().lastGrade();
        Map<String, String> grades = new LinkedHashMap<>();
        IntStream.rangeClosed(record.grade() + 1, last)
                .mapToObj(Integer::toString)
                .forEach(grade -> grades.put(grade, Texts.vi("pupils.grade.option", grade)));
        return grades;
    }
}
