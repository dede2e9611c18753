package vn.hocba.supplement;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.registry.TwoPeople;
import vn.hocba.registry.TwoPeople.Act;
import vn.hocba.request.Input;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.ToSign;

/** The clerk of the Sở applies its certificate to what a leader has signed; the document then stands beside the record. */
@Component
class SignSupplement extends SignsSupplement {

    private final SupplementPapers papers;
    private final RequestMoves moves;
    private final TwoPeople twoPeople;

    SignSupplement(SupplementPapers papers, RequestMoves moves, TwoPeople twoPeople, Session session) {
        super("sign", Right.SEAL_SUPPLEMENT_FOR_PROVINCE, SupplementRequest.SEAL_PROVINCE, session);
        this.papers = papers;
        this.moves = moves;
        this.twoPeople = twoPeople;
    }

    @Override
    String barred(Request request, SupplementDetails details) {
        return twoPeople.areDemanded(Act.SUPPLEMENT_SEAL, request.schoolYear(), request.schoolId())
                ? details.leader()
                : null;
    }

    @Override
    String ownSignature() {
        return "supplement.own-signature-province";
    }

    @Override
    public KeyHolder holder(Request request, SupplementDetails details) {
        return KeyHolder.unit(request.waitsUnitId());
    }

    @Override
    public ToSign sign(Request request, SupplementDetails details, Input input, Instant signedAt) {
        return papers.toRelease(
                request,
                details,
                () -> moves.decide(request, SupplementRequest.SEAL_PROVINCE, "SEALED", null, List.of()));
    }
}
