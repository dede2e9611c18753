package vn.hocba.inclusion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Role;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestType;
import vn.hocba.shared.Texts;

/** Đánh giá học sinh khuyết tật: homeroom teacher, school admin or principal ask with the ground, the principal decides. */
@Component
class InclusionRequest implements RequestKind<InclusionDetails> {

    static final RequestType<InclusionDetails> TYPE =
            new RequestType<>("INCLUSION", "inclusion", InclusionDetails.class);

    /** The principal decides. */
    static final String DECIDE = "DECIDE";

    @Override
    public RequestType<InclusionDetails> type() {
        return TYPE;
    }

    @Override
    public Map<String, String> facts(Request request, InclusionDetails details) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.vi("inclusion.fact.by"), Texts.vi("record.assessed-by." + details.by()));
        facts.put(Texts.vi("inclusion.fact.ground"), details.ground());
        return facts;
    }

    @Override
    public Role roleOf(String step) {
        return Role.PRINCIPAL;
    }
}
