package vn.hocba.request;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.SigningSession;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.SingleSignature;
import vn.hocba.workflow.ToSign;

/** Asks every action what it offers, and takes the one that was chosen: under the lock it has to be offered still. */
@Component
class Actions {

    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final Requests requests;
    private final YearRecords records;
    private final RequestReaders readers;
    private final SigningSessions sessions;
    private final SingleSignature signature;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Actions(
            List<Action> actions,
            Requests requests,
            YearRecords records,
            RequestReaders readers,
            SigningSessions sessions,
            SingleSignature signature,
            Clock clock,
            PlatformTransactionManager transactions) {
        actions.stream()
                .sorted(Comparator.comparingInt(Action::place).thenComparing(Action::name))
                .forEach(this::add);
        this.requests = requests;
        this.records = records;
        this.readers = readers;
        this.sessions = sessions;
        this.signature = signature;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private void add(Action action) {
        if (actions.put(action.name(), action) != null) {
            throw new IllegalStateException("two actions are called " + action.name());
        }
    }

    List<Offer> offers() {
        CurrentUser who = readers.user();
        return all(GeneralAction.class)
                .filter(action -> action.right().isOf(who) && action.isFor(who))
                .map(action -> action.offer(who))
                .toList();
    }

    /** None where there is no such record. */
    List<Offer> offers(String recordId) {
        return records.find(recordId).stream()
                .flatMap(record -> offers(record, readers.user()))
                .toList();
    }

    private Stream<Offer> offers(YearRecord record, CurrentUser who) {
        return all(RecordAction.class)
                .filter(action -> action.right().isOf(who) && action.isFor(who, record) && action.isAt(record))
                .map(action -> action.offer(record, who));
    }

    List<Offer> offers(Request request) {
        return all(RequestAction.class)
                .flatMap(action -> offers((RequestAction<?>) action, request))
                .toList();
    }

    private <D> Stream<Offer> offers(RequestAction<D> action, Request request) {
        if (!action.type().is(request) || !isAt(action, request)) {
            return Stream.empty();
        }
        D details = requests.details(request, action.type());
        return isFor(action, request, details) ? Stream.of(action.offer(request, details)) : Stream.empty();
    }

    private <A extends Action> Stream<A> all(Class<A> subject) {
        return actions.values().stream().filter(subject::isInstance).map(subject::cast);
    }

    /** As {@link RequestBoard#take}. */
    String take(String name, String targetId, Input entered) {
        Action action = actions.get(name);
        if (action == null) {
            throw Refused.notFound("request.unknown");
        }
        try {
            Input input = entered.cleaned();
            if (action instanceof SigningAction<?> signing) {
                sign(signing, targetId, input);
                return targetId;
            }
            return transaction.execute(status -> act(action, targetId, input));
        } finally {
            entered.entered().close();
        }
    }

    private String act(Action action, String targetId, Input input) {
        if (action instanceof GeneralAction general) {
            return begin(general, input);
        }
        if (action instanceof RecordAction onRecord) {
            return begin(onRecord, records.lock(targetId), input);
        }
        move((RequestAction<?>) action, targetId, input);
        return targetId;
    }

    private String begin(GeneralAction action, Input input) {
        CurrentUser who = readers.user();
        demandTheirs(action, who, action.isFor(who));
        demandPossible(action.offer(who));
        return action.take(input, who);
    }

    private String begin(RecordAction action, YearRecord record, Input input) {
        CurrentUser who = readers.user();
        boolean theirs = action.right().isOf(who) && action.isFor(who, record);
        if (!theirs) {
            readers.demandKnown(record);
        }
        demandTheirs(action, who, theirs);
        demandPossible(action.offer(record, who));
        if (!action.isAt(record)) {
            throw Refused.notNow("request.record-moved");
        }
        return action.take(record, input, who);
    }

    private <D> void move(RequestAction<D> action, String requestId, Input input) {
        Found<D> found = find(action, requests.lockWithRecord(requestId));
        action.take(found.request(), found.details(), input);
    }

    private <D> void sign(SigningAction<D> action, String requestId, Input input) {
        Found<D> before = transaction.execute(status -> find(action, requests.get(requestId)));
        if (before.offer().kind() != Offer.Kind.SIGNING) {
            transaction.executeWithoutResult(status -> {
                Found<D> now = find(action, requests.lockWithRecord(requestId));
                if (now.offer().kind() == Offer.Kind.SIGNING) {
                    throw Refused.notNow("request.no-longer-waits");
                }
                action.take(now.request(), now.details(), input);
            });
            return;
        }
        KeyHolder holder = action.holder(before.request(), before.details());
        if (isAsked(requestId)) {
            throw Refused.notNow("request.signature-waits");
        }
        SigningSession signing = sessions.open(holder, input.entered());
        try {
            if (!signing.holdsKey()) {
                // What cannot be signed is refused here, and not found out by the batch after the dialog is closed.
                transaction.executeWithoutResult(status -> toSign(action, requests.get(requestId), input, now()));
            }
        } catch (RuntimeException e) {
            signing.close();
            throw e;
        }
        signature.sign(
                new Batches.Order(
                        RequestSignature.KIND,
                        new UnitId(readers.user().unitId()),
                        null,
                        KeptInput.of(action.name(), input).written(),
                        List.of(requestId)),
                signing);
    }

    /** The latest signature that the current user has asked for elsewhere at this request. */
    Optional<Batches.Progress> asked(String requestId) {
        return signature.latest(RequestSignature.KIND, requestId);
    }

    private boolean isAsked(String requestId) {
        return asked(requestId).filter(Batches.Progress::isUnderWay).isPresent();
    }

    /** What the current user is asked who takes an offer that signs; nothing where it does not. */
    Optional<Confirmation> asks(String name, String requestId) {
        if (!(actions.get(name) instanceof SigningAction<?> action)) {
            return Optional.empty();
        }
        Request request = requests.get(requestId);
        return Optional.of(sessions.asks(holder(action, request)));
    }

    private <D> KeyHolder holder(SigningAction<D> action, Request request) {
        Found<D> found = find(action, request);
        return action.holder(found.request(), found.details());
    }

    /** Under the lock, as the current user: what a signing action signs, and what follows. */
    ToSign toSign(String name, String requestId, Input input, Instant signedAt) {
        if (!(actions.get(name) instanceof SigningAction<?> action)) {
            throw Refused.notFound("request.unknown");
        }
        return toSign(action, requests.lockWithRecord(requestId), input, signedAt);
    }

    private <D> ToSign toSign(SigningAction<D> action, Request request, Input input, Instant signedAt) {
        Found<D> found = find(action, request);
        if (found.offer().kind() != Offer.Kind.SIGNING) {
            throw Refused.notNow("request.no-longer-waits");
        }
        return action.sign(found.request(), found.details(), input, signedAt);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A request at which an action may be taken. */
    private record Found<D>(Request request, D details, Offer offer) {}

    private <D> Found<D> find(RequestAction<D> action, Request request) {
        readers.demandKnown(request);
        if (!action.type().is(request)) {
            throw Refused.notFound("request.unknown");
        }
        if (!isAt(action, request)) {
            throw Refused.notNow("request.no-longer-waits");
        }
        D details = requests.details(request, action.type());
        demandTheirs(action, readers.user(), isFor(action, request, details));
        Offer offer = action.offer(request, details);
        demandPossible(offer);
        return new Found<>(request, details, offer);
    }

    private <D> boolean isFor(RequestAction<D> action, Request request, D details) {
        CurrentUser who = readers.user();
        return action.right().isOf(who) && action.isFor(who, request, details);
    }

    private static boolean isAt(RequestAction<?> action, Request request) {
        return request.state() == RequestState.OPEN
                && request.step() != null
                && action.steps().contains(request.step());
    }

    private static void demandTheirs(Action action, CurrentUser who, boolean isTheirs) {
        if (action.right().isWithheld(who)) {
            throw action.right().refusal(who);
        }
        if (!isTheirs || !action.right().isOf(who)) {
            throw Refused.notAllowed("request.not-yours");
        }
    }

    private static void demandPossible(Offer offer) {
        if (!offer.isPossible()) {
            throw offer.obstacle();
        }
    }
}
