package vn.hocba.retraction;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Role;
import vn.hocba.registry.FreezeDue;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestType;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Texts;

/**
 * Thu hồi. Before the freeze the clerk or the principal asks and the principal decides; after it only a leader of the Sở does, with number and date of the decision,
 * prepared there or because the school asked (CV 1396 annex; domain §10.2).
 */
@Component
class RetractionRequest implements RequestKind<RetractionDetails> {

    static final RequestType<RetractionDetails> TYPE =
            new RequestType<>("RETRACTION", "retraction", RetractionDetails.class);

    /** The principal decides. */
    static final String DECIDE = "DECIDE";
    /** A leader of the Sở decides. */
    static final String ORDER = "ORDER";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final SchoolDirectory directory;
    private final FreezeDue freeze;

    RetractionRequest(SchoolDirectory directory, FreezeDue freeze) {
        this.directory = directory;
        this.freeze = freeze;
    }

    @Override
    public RequestType<RetractionDetails> type() {
        return TYPE;
    }

    @Override
    public Map<String, String> facts(Request request, RetractionDetails details) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (details.isOfProvince()) {
            facts.put(
                    Texts.vi(ORDER.equals(request.step()) ? "retraction.fact.draft" : "retraction.fact.decision"),
                    Texts.vi("retraction.decision", details.number(), DAY.format(details.day())));
        }
        if (details.ground() != null) {
            facts.put(Texts.vi("retraction.fact.ground"), details.ground());
        }
        if (details.then() != null) {
            facts.put(Texts.vi("retraction.fact.then"), Texts.vi("retraction.then." + details.then()));
        }
        return facts;
    }

    @Override
    public String unitOf(Request request, RetractionDetails details, String step) {
        return step.equals(ORDER)
                ? directory.provinceOf(request.schoolId()).orElseThrow().id()
                : request.schoolId();
    }

    @Override
    public Optional<Instant> until(Request request, String step) {
        return step.equals(DECIDE)
                ? freeze.of(request.yearRecordId()).map(due -> due.limit().lastSecond())
                : Optional.empty();
    }

    @Override
    public Role roleOf(String step) {
        return step.equals(ORDER) ? Role.PROVINCE_LEADER : Role.PRINCIPAL;
    }
}
