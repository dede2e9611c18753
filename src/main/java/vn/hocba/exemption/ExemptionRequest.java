package vn.hocba.exemption;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Role;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestType;
import vn.hocba.shared.Texts;

/** Miễn học môn học: asked by the subject's or the homeroom teacher or the school's admin, decided by the head. */
@Component
class ExemptionRequest implements RequestKind<ExemptionDetails> {

    static final RequestType<ExemptionDetails> TYPE =
            new RequestType<>("EXEMPTION", "exemption", ExemptionDetails.class);

    /** The head decides. */
    static final String DECIDE = "DECIDE";

    @Override
    public RequestType<ExemptionDetails> type() {
        return TYPE;
    }

    @Override
    public Map<String, String> facts(Request request, ExemptionDetails details) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.vi("exemption.fact.subject"), details.subjectName());
        facts.put(
                Texts.vi("exemption.fact.ground"),
                details.ends() ? Texts.vi("exemption.fact.ends") : details.groundName());
        return facts;
    }

    @Override
    public Role roleOf(String step) {
        return Role.PRINCIPAL;
    }
}
