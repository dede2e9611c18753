package vn.hocba.correction;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Role;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.FreezeDue;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestType;
import vn.hocba.shared.Texts;

/**
 * Chỉnh sửa before the freeze: a teacher, the homeroom teacher or the clerk (on behalf of a parent) asks, the principal decides, and the record is made anew
 * from the earliest step that has to change (CV 1396 annex; domain §10.2, zone B).
 */
@Component
class CorrectionRequest implements RequestKind<CorrectionDetails> {

    static final RequestType<CorrectionDetails> TYPE =
            new RequestType<>("CORRECTION", "correction", CorrectionDetails.class);

    /** The principal decides. */
    static final String DECIDE = "DECIDE";
    /** The record is made anew. */
    static final String REWORK = "REWORK";

    private final CorrectionRules rules;
    private final YearRecords records;
    private final FreezeDue freeze;

    CorrectionRequest(CorrectionRules rules, YearRecords records, FreezeDue freeze) {
        this.rules = rules;
        this.records = records;
        this.freeze = freeze;
    }

    @Override
    public RequestType<CorrectionDetails> type() {
        return TYPE;
    }

    @Override
    public Map<String, String> facts(Request request, CorrectionDetails details) {
        return Map.of(
                Texts.vi("correction.fact.parts"), rules.names(details.keys(), records.get(request.yearRecordId())));
    }

    @Override
    public Optional<Instant> until(Request request, String step) {
        return freeze.of(request.yearRecordId()).map(due -> due.limit().lastSecond());
    }

    @Override
    public Role roleOf(String step) {
        return Role.PRINCIPAL;
    }
}
