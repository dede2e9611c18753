package vn.hocba.supplement;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.document.RecordFields;
import vn.hocba.document.Supplement.Change;
import vn.hocba.identity.Role;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestType;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Texts;

/**
 * Bổ sung sau khi chốt: the clerk (on behalf of a parent) or the principal asks, the Sở decides, the school seals and the Sở signs a document that stands beside
 * the record (domain §10.2, zone C). A principal who asks does not have to endorse the own request: the Sở decides anyway.
 */
@Component
public class SupplementRequest implements RequestKind<SupplementDetails> {

    public static final RequestType<SupplementDetails> TYPE =
            new RequestType<>("SUPPLEMENT", "supplement", SupplementDetails.class);

    /** The principal endorses what the clerk asked for. */
    static final String ENDORSE = "ENDORSE";
    /** The Sở decides. */
    static final String DECIDE = "DECIDE";
    /** The clerk puts the school's seal on the document. */
    static final String SEAL_SCHOOL = "SEAL_SCHOOL";
    /** The Sở signs it. */
    static final String SEAL_PROVINCE = "SEAL_PROVINCE";

    private final SchoolDirectory directory;

    SupplementRequest(SchoolDirectory directory) {
        this.directory = directory;
    }

    @Override
    public RequestType<SupplementDetails> type() {
        return TYPE;
    }

    @Override
    public Map<String, String> facts(Request request, SupplementDetails details) {
        Change change = details.change();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.vi("supplement.fact.ground"), Texts.vi("supplement.ground." + change.ground()));
        facts.put(Texts.vi("supplement.fact.field"), change.fieldName());
        facts.put(
                Texts.vi("supplement.fact.former"),
                change.former() == null ? Texts.vi("supplement.empty") : change.former());
        facts.put(Texts.vi("supplement.fact.right"), change.right());
        if (details.isDecided()) {
            facts.put(
                    Texts.vi("supplement.fact.decision"),
                    Texts.vi(
                            "supplement.decision",
                            details.number(),
                            RecordFields.words(details.day()),
                            directory
                                    .provinceOf(request.schoolId())
                                    .orElseThrow()
                                    .name()));
            facts.put(Texts.vi("supplement.fact.decision-reason"), details.decisionReason());
        }
        return facts;
    }

    @Override
    public String unitOf(Request request, SupplementDetails details, String step) {
        return step.equals(DECIDE) || step.equals(SEAL_PROVINCE)
                ? directory.provinceOf(request.schoolId()).orElseThrow().id()
                : request.schoolId();
    }

    @Override
    public Role roleOf(String step) {
        return switch (step) {
            case ENDORSE -> Role.PRINCIPAL;
            case SEAL_SCHOOL -> Role.CLERK;
            case DECIDE, SEAL_PROVINCE -> Role.PROVINCE;
            default -> throw new IllegalArgumentException("no step " + step);
        };
    }
}
