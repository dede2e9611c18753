package vn.hocba.promotion;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Role;
import vn.hocba.request.NoDetails;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestType;

/**
 * Xét lên lớp: where a pupil has still not completed the class programme after supplementary assessment, the homeroom teacher reports to the principal, who
 * decides whether the pupil is promoted, whatever the completion says (TT 27/2020 Điều 11).
 */
@Component
class PromotionRequest implements RequestKind<NoDetails> {

    static final RequestType<NoDetails> TYPE = new RequestType<>("PROMOTION", "promotion", NoDetails.class);

    /** The principal decides. */
    static final String DECIDE = "DECIDE";

    @Override
    public RequestType<NoDetails> type() {
        return TYPE;
    }

    @Override
    public Role roleOf(String step) {
        return Role.PRINCIPAL;
    }
}
