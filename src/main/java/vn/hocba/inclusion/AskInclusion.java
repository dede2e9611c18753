package vn.hocba.inclusion;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RecordAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;

/** Whoever knows the pupil's plan asks, with the paper that it rests on. */
@Component
class AskInclusion implements RecordAction {

    private final InclusionRules rules;
    private final RequestMoves moves;
    private final SchoolDirectory directory;
    private final Clock clock;

    AskInclusion(InclusionRules rules, RequestMoves moves, SchoolDirectory directory, Clock clock) {
        this.rules = rules;
        this.moves = moves;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return InclusionRequest.TYPE.action("ask");
    }

    @Override
    public Right right() {
        return Right.ASK_INCLUSION;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public boolean isFor(CurrentUser who, YearRecord record) {
        boolean homeroom = Right.ASK_OWN_INCLUSION.isOf(who)
                && directory.classById(record.classId()).isLedBy(who.staffId());
        return Right.ASK_INCLUSION.isOf(who, record.schoolId()) && (homeroom || Right.ASK_EVERY_INCLUSION.isOf(who));
    }

    @Override
    public boolean isAt(YearRecord record) {
        return rules.isAsked(record);
    }

    @Override
    public Offer offer(YearRecord record, CurrentUser who) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (AssessedBy by : AssessedBy.values()) {
            if (by != record.assessedBy()) {
                choices.put(by.name(), Texts.vi("record.assessed-by." + by));
            }
        }
        return Offer.possible(name(), "inclusion-ask", Map.of("by", choices)).unless(rules.obstacle(record));
    }

    @Override
    public String take(YearRecord record, Input input, CurrentUser who) {
        InclusionDetails details = InclusionDetails.of(input, clock);
        if (details.by() == record.assessedBy()) {
            throw Refused.invalid("inclusion.same");
        }
        return moves.open(InclusionRequest.TYPE, "", record, new SchoolId(record.schoolId()), null, details, input);
    }
}
