package vn.hocba.promotion;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;

/** When there is something to decide about a pupil's promotion (TT 27/2020 Điều 11). */
@Component
class PromotionRules {

    private final OverallAssessment assessment;
    private final Requests requests;

    PromotionRules(OverallAssessment assessment, Requests requests) {
        this.assessment = assessment;
        this.requests = requests;
    }

    /** Whether the record waits for its homeroom teacher again and the programme is not completed. */
    boolean isAsked(YearRecord record) {
        return record.state() == RecordState.HOMEROOM
                && record.versionNo() > 1
                && !assessment.of(record).completed();
    }

    /** Why it cannot be asked now; empty when it can. */
    Optional<Refused> obstacle(YearRecord record) {
        return outdated(record).or(() -> requests.openOf(record.id(), PromotionRequest.TYPE)
                .map(open -> Refused.notNow("promotion.asked")));
    }

    /** Why there is nothing to decide, for instance because the teachers have changed a result meanwhile. */
    Optional<Refused> outdated(YearRecord record) {
        if (record.state() != RecordState.HOMEROOM) {
            return Optional.of(Refused.notNow(
                    "record.elsewhere",
                    RecordState.HOMEROOM.term(),
                    record.state().term()));
        }
        OverallAssessment.Assessment result = assessment.of(record);
        if (result.result() == null) {
            return Optional.of(Refused.notNow("promotion.incomplete", String.join(", ", result.missing())));
        }
        if (result.completed()) {
            return Optional.of(Refused.notNow("promotion.completed"));
        }
        return Optional.empty();
    }
}
