package vn.hocba.request;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the models of requests call, in the engine's own transaction: for whom a request waits, until when, and how it ended. */
@Component("requestSteps")
@Transactional(propagation = Propagation.MANDATORY)
public class RequestSteps {

    private final Requests requests;
    private final RequestMoves moves;
    private final Kinds kinds;
    private final Periods periods;

    RequestSteps(Requests requests, RequestMoves moves, Kinds kinds, Periods periods) {
        this.requests = requests;
        this.moves = moves;
        this.kinds = kinds;
        this.periods = periods;
    }

    /** A request came to a step at which a person decides. */
    public void waits(String requestId, String taskId, String step) {
        Request request = requests.get(requestId);
        waits(kinds.of(request), request, taskId, step);
    }

    private <D> void waits(RequestKind<D> kind, Request request, String taskId, String step) {
        String unitId = kind.unitOf(request, requests.details(request, kind.type()), step);
        request.waits(step, taskId, kind.roleOf(step), unitId, due(kind, request, step, unitId));
    }

    private Instant due(RequestKind<?> kind, Request request, String step, String unitId) {
        return Stream.of(periods.due(request, step, unitId), kind.until(request, step))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A person has decided, or does not have to any more. */
    public void decided(String requestId) {
        requests.get(requestId).waitsForNobody();
    }

    /** A request came to a step at which it waits for something to happen. */
    public void reached(String requestId, String step) {
        Request request = requests.get(requestId);
        request.waits(step, null, null, null, due(kinds.of(request), request, step, request.schoolId()));
    }

    /**
     * When the wait at a step ends by itself: long after the answer was due, for until then it is overdue and not gone.
     *
     * @throws IllegalStateException when no period is set for it
     */
    public Date deadline(String requestId, String step) {
        Request request = requests.get(requestId);
        return Date.from(periods.end(request, step)
                .orElseThrow(() -> new IllegalStateException("no period for " + request.kind() + " at " + step)));
    }

    /** A request came to its end. */
    public void ended(String requestId, String state) {
        moves.end(requests.get(requestId), RequestState.valueOf(state));
    }
}
