package vn.hocba.inclusion;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;

/** The principal agrees: the record says at once what the pupil is measured by, and why. */
@Component
class ApproveInclusion implements RequestAction<InclusionDetails> {

    private final InclusionRules rules;
    private final RequestMoves moves;
    private final YearRecords records;
    private final AuditLog audit;

    ApproveInclusion(InclusionRules rules, RequestMoves moves, YearRecords records, AuditLog audit) {
        this.rules = rules;
        this.moves = moves;
        this.records = records;
        this.audit = audit;
    }

    @Override
    public String name() {
        return type().action("approve");
    }

    @Override
    public Right right() {
        return Right.DECIDE_INCLUSION;
    }

    @Override
    public RequestType<InclusionDetails> type() {
        return InclusionRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(InclusionRequest.DECIDE);
    }

    @Override
    public Offer offer(Request request, InclusionDetails details) {
        return Offer.possible(name(), "note").unless(rules.outdated(records.get(request.yearRecordId())));
    }

    @Override
    public void take(Request request, InclusionDetails details, Input input) {
        YearRecord record = records.get(request.yearRecordId());
        moves.decide(request, InclusionRequest.DECIDE, "APPROVED", input.text("note"), List.of());
        records.assess(record, details.by(), details.ground());
        audit.append(record.id(), "assessed-by." + details.by(), details.ground());
    }
}
