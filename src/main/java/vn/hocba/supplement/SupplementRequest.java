package vn.hocba.supplement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
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
 * Điều chỉnh sau khi chốt: the clerk (on behalf of a parent) or the principal asks, an officer of the Sở examines, a leader decides; who acts for the school signs
 * and the clerk seals, a leader of the Sở signs and its clerk applies the certificate, over a document that stands beside the record (domain §10.2, zone C; NĐ 30/2020
 * Điều 32). A principal who asks does not have to endorse the own request: the Sở decides anyway.
 */
@Component
public class SupplementRequest implements RequestKind<SupplementDetails> {

    public static final RequestType<SupplementDetails> TYPE =
            new RequestType<>("SUPPLEMENT", "supplement", SupplementDetails.class);

    /** The principal endorses what the clerk asked for. */
    static final String ENDORSE = "ENDORSE";
    /** An officer of the Sở examines and proposes. */
    static final String EXAMINE = "EXAMINE";
    /** A leader of the Sở decides. */
    static final String DECIDE = "DECIDE";
    /** Who acts for the school signs the document. */
    static final String SIGN_SCHOOL = "SIGN_SCHOOL";
    /** The clerk puts the school's seal on the document. */
    static final String SEAL_SCHOOL = "SEAL_SCHOOL";
    /** A leader of the Sở signs it. */
    static final String SIGN_PROVINCE = "SIGN_PROVINCE";
    /** The clerk of the Sở applies its certificate. */
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
        if (!details.consequences().isEmpty()) {
            facts.put(
                    Texts.vi("supplement.fact.consequences"),
                    details.consequences().stream()
                            .map(one -> Texts.vi("supplement.consequence", one.fieldName(), one.right()))
                            .collect(Collectors.joining("; ")));
        }
        if (details.proposal() != null) {
            facts.put(Texts.vi("supplement.fact.proposal"), details.proposal());
        }
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
        return roleOf(step).isOfProvince()
                ? directory.provinceOf(request.schoolId()).orElseThrow().id()
                : request.schoolId();
    }

    @Override
    public Role roleOf(String step) {
        return switch (step) {
            case ENDORSE, SIGN_SCHOOL -> Role.PRINCIPAL;
            case SEAL_SCHOOL -> Role.CLERK;
            case EXAMINE -> Role.PROVINCE_OFFICER;
            case DECIDE, SIGN_PROVINCE -> Role.PROVINCE_LEADER;
            case SEAL_PROVINCE -> Role.PROVINCE_CLERK;
            default -> throw new IllegalArgumentException("no step " + step);
        };
    }
}
