package vn.hocba.supplement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.registry.TwoPeople;
import vn.hocba.registry.TwoPeople.Act;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;

/** A leader of the Sở decides, with number and day of its paper; not on the own proposal where the Sở wants two. */
@Component
class ApproveSupplement implements RequestAction<SupplementDetails> {

    private final Requests requests;
    private final RequestMoves moves;
    private final Session session;
    private final TwoPeople twoPeople;
    private final Clock clock;

    ApproveSupplement(Requests requests, RequestMoves moves, Session session, TwoPeople twoPeople, Clock clock) {
        this.requests = requests;
        this.moves = moves;
        this.session = session;
        this.twoPeople = twoPeople;
        this.clock = clock;
    }

    @Override
    public String name() {
        return type().action("approve");
    }

    @Override
    public Right right() {
        return Right.DECIDE_SUPPLEMENT;
    }

    @Override
    public RequestType<SupplementDetails> type() {
        return SupplementRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(SupplementRequest.DECIDE);
    }

    @Override
    public Offer offer(Request request, SupplementDetails details) {
        return Offer.possible(name(), "supplement-approve")
                .unless(
                        session.user().username().equals(details.examiner())
                                        && twoPeople.areDemanded(
                                                Act.SUPPLEMENT_DECISION, request.schoolYear(), request.schoolId())
                                ? Optional.of(Refused.notAllowed("supplement.own-proposal"))
                                : Optional.empty());
    }

    @Override
    public void take(Request request, SupplementDetails details, Input input) {
        requests.keep(
                request,
                details.decided(
                        input.text("number"),
                        input.dayUntilToday("day", clock, "supplement.future-day"),
                        input.text("reason"),
                        LocalDate.now(clock)));
        moves.decide(request, SupplementRequest.DECIDE, "APPROVED", input.text("reason"), input.evidence());
    }
}
