package vn.hocba.inclusion;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.record.Regulations;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;
import vn.hocba.transfer.GoesAlong;

/** When it may be decided what a pupil is measured by. */
@Component
class InclusionRules {

    private final Regulations regulations;
    private final Requests requests;
    private final GoesAlong goesAlong;

    InclusionRules(Regulations regulations, Requests requests, GoesAlong goesAlong) {
        this.regulations = regulations;
        this.requests = requests;
        this.goesAlong = goesAlong;
    }

    /** Whether the regulation of the record knows plans at all, and nobody has signed yet. */
    boolean isAsked(YearRecord record) {
        return regulations.of(record).knowsPlans() && record.state().isOpenForEntry();
    }

    /** Why it cannot be asked now; empty when it can. */
    Optional<Refused> obstacle(YearRecord record) {
        return outdated(record).or(() -> goesAlong.refusal(record)).or(() -> requests.openOf(
                        record.id(), InclusionRequest.TYPE)
                .map(open -> Refused.notNow("inclusion.asked")));
    }

    /** Why there is nothing to decide any more. */
    Optional<Refused> outdated(YearRecord record) {
        return isAsked(record)
                ? Optional.empty()
                : Optional.of(Refused.notNow("inclusion.signed", record.state().term()));
    }
}
