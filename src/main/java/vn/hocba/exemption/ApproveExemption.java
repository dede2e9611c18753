package vn.hocba.exemption;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestType;

/** The head agrees, with number and day of the decision. */
@Component
class ApproveExemption implements RequestAction<ExemptionDetails> {

    private final ExemptionRules rules;
    private final YearRecords records;
    private final Exempting exempting;

    ApproveExemption(ExemptionRules rules, YearRecords records, Exempting exempting) {
        this.rules = rules;
        this.records = records;
        this.exempting = exempting;
    }

    @Override
    public String name() {
        return type().action("approve");
    }

    @Override
    public Right right() {
        return Right.DECIDE_EXEMPTION;
    }

    @Override
    public RequestType<ExemptionDetails> type() {
        return ExemptionRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(ExemptionRequest.DECIDE);
    }

    @Override
    public Offer offer(Request request, ExemptionDetails details) {
        return Offer.possible(name(), "exemption-approve")
                .unless(rules.outdated(records.get(request.yearRecordId()), details));
    }

    @Override
    public void take(Request request, ExemptionDetails details, Input input) {
        exempting.approve(request, details, input);
    }
}
