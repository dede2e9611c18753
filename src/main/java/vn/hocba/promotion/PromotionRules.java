package vn.hocba.promotion;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Outcome;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.transfer.GoesAlong;

/** When there is something to decide about a pupil's promotion (TT 27/2020 Điều 11). */
@Component
class PromotionRules {

    private final OverallAssessment assessment;
    private final Requests requests;
    private final GoesAlong goesAlong;
    private final Calendar calendar;
    private final Clock clock;

    PromotionRules(
            OverallAssessment assessment, Requests requests, GoesAlong goesAlong, Calendar calendar, Clock clock) {
        this.assessment = assessment;
        this.requests = requests;
        this.goesAlong = goesAlong;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Whether the record waits for its homeroom teacher again and the programme is not completed. */
    boolean isAsked(YearRecord record) {
        return record.state() == RecordState.HOMEROOM
                && record.assessedBy().hasResult()
                && tooEarly(record).isEmpty()
                && !SchoolLevel.endsWith(record.grade())
                && !assessment.of(record).completed();
    }

    /** Whether the record waits for its homeroom teacher and its pupil has no result: the principal decides by the pupil's plan, in any grade and season. */
    boolean isAskedByPlan(YearRecord record) {
        return record.state() == RecordState.HOMEROOM && !record.assessedBy().hasResult();
    }

    /** Why it cannot be asked now; empty when it can. */
    Optional<Refused> obstacle(YearRecord record) {
        Optional<Refused> early = record.assessedBy().hasResult() ? tooEarly(record) : Optional.empty();
        return early.or(() -> outdated(record))
                .or(() -> goesAlong.refusal(record))
                .or(() -> requests.openOf(record.id(), PromotionRequest.TYPE)
                        .map(open -> Refused.notNow("promotion.asked")));
    }

    /** First the pupil is helped and assessed once more. A record that came too late for that is decided on in the summer all the same. */
    private Optional<Refused> tooEarly(YearRecord record) {
        boolean summer = !clock.instant()
                .isBefore(calendar.at(record.schoolId(), record.schoolYear()).cutOff(Wave.FIRST));
        return record.hadSupplementaryAssessment() || summer
                ? Optional.empty()
                : Optional.of(Refused.notNow("promotion.too-early"));
    }

    /** Why there is nothing to decide, for instance because the teachers have changed a result meanwhile. */
    Optional<Refused> outdated(YearRecord record) {
        if (record.state() != RecordState.HOMEROOM) {
            return Optional.of(Refused.notNow(
                    "record.elsewhere",
                    RecordState.HOMEROOM.term(),
                    record.state().term()));
        }
        if (!record.assessedBy().hasResult()) {
            return Optional.empty();
        }
        if (SchoolLevel.endsWith(record.grade())) {
            return Optional.of(Refused.notNow("promotion.last-grade"));
        }
        Outcome result = assessment.of(record);
        if (result.result() == null) {
            return Optional.of(Refused.notNow("promotion.incomplete", String.join(", ", result.missing())));
        }
        if (result.completed()) {
            return Optional.of(Refused.notNow("promotion.completed"));
        }
        return Optional.empty();
    }
}
