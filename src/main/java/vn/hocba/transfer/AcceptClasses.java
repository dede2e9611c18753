package vn.hocba.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;

/** The receiving principal takes the pupils of whole classes in: one answer, from the day of the decision on. */
@Component
class AcceptClasses implements RequestAction<ClassesDetails> {

    private final TransferRules rules;
    private final RemainingPupils remaining;
    private final Requests requests;
    private final RequestMoves moves;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AcceptClasses(
            TransferRules rules,
            RemainingPupils remaining,
            Requests requests,
            RequestMoves moves,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.remaining = remaining;
        this.requests = requests;
        this.moves = moves;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return type().action("accept");
    }

    @Override
    public Right right() {
        return Right.DECIDE_TRANSFER;
    }

    @Override
    public RequestType<ClassesDetails> type() {
        return ClassesRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(ClassesRequest.ACCEPT);
    }

    @Override
    public Offer offer(Request request, ClassesDetails details) {
        return Offer.possible(name(), "relocation-accept", Map.of("classes", classes(request, details)))
                .grave()
                .unless(
                        LocalDate.now(clock).isBefore(details.day())
                                ? Optional.of(
                                        Refused.notNow("relocation.too-early", TransferRequest.written(details.day())))
                                : Optional.empty());
    }

    private Map<String, String> classes(Request request, ClassesDetails details) {
        return rules.classes(details.to(), request.schoolYear());
    }

    @Override
    public void take(Request request, ClassesDetails details, Input input) {
        String chosen = input.textOrNull("class");
        if (chosen != null && !classes(request, details).containsKey(chosen)) {
            throw Refused.notFound("transfer.no-class");
        }
        requests.keep(request, details.into(chosen));
        moves.decide(request, ClassesRequest.ACCEPT, "ACCEPTED", input.textOrNull("note"), List.of());
        events.publishEvent(MoveClasses.Accepted.of(request, details, remaining));
    }
}
