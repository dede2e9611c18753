package vn.hocba.supplement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.document.RecordFields;
import vn.hocba.document.Supplement.Change;
import vn.hocba.document.Supplement.Decision;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestState;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.UnlockedKey;

/**
 * Bổ sung sau khi chốt: the clerk (on behalf of a parent) or the principal asks, the Sở decides, the school seals and the Sở signs a document that stands beside
 * the record (domain §10.2, zone C). A principal who asks does not have to endorse the own request: the Sở decides anyway.
 */
@Component
public class SupplementKind implements RequestKind {

    static final String KIND = "SUPPLEMENT";

    private static final String ENDORSE_STEP = "ENDORSE";
    private static final String DECIDE_STEP = "DECIDE";
    private static final String SEAL_STEP = "SEAL_SCHOOL";
    private static final String SIGN_STEP = "SEAL_PROVINCE";
    private static final Set<String> BEFORE_DECISION = Set.of(ENDORSE_STEP, DECIDE_STEP);
    private static final Set<String> AFTER_DECISION = Set.of(SEAL_STEP, SIGN_STEP);

    private static final String ENDORSED = "ENDORSED";

    private static final String ASK = "supplement.ask";
    private static final String ENDORSE = "supplement.endorse";
    private static final String APPROVE = "supplement.approve";
    private static final String REFUSE = "supplement.refuse";
    private static final String SEAL = "supplement.seal";
    private static final String SIGN = "supplement.sign";
    private static final String CANCEL = "supplement.cancel";
    private static final String CALL_OFF = "supplement.call-off";

    private final SupplementRules rules;
    private final SupplementPapers papers;
    private final Requests requests;
    private final YearRecords records;
    private final PacketSigning signing;
    private final SchoolDirectory directory;
    private final Access access;
    private final Session session;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SupplementKind(
            SupplementRules rules,
            SupplementPapers papers,
            Requests requests,
            YearRecords records,
            PacketSigning signing,
            SchoolDirectory directory,
            Access access,
            Session session,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rules = rules;
        this.papers = papers;
        this.requests = requests;
        this.records = records;
        this.signing = signing;
        this.directory = directory;
        this.access = access;
        this.session = session;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public List<Offer> onRecord(YearRecord record) {
        CurrentUser user = session.user();
        boolean office = user.unitId().equals(record.schoolId()) && (user.is(Role.CLERK) || user.is(Role.PRINCIPAL));
        if (!office || record.state().isInWork()) {
            return List.of();
        }
        Optional<Refused> obstacle = rules.obstacle(record);
        return List.of(Offer.possible(
                        ASK,
                        "supplement-ask",
                        obstacle.isPresent()
                                ? Map.of()
                                : Map.of("grounds", SupplementRules.grounds(), "fields", rules.fields(record.id())))
                .unless(obstacle));
    }

    @Override
    public List<Offer> onRequest(Request request) {
        CurrentUser user = session.user();
        List<Offer> offers = new ArrayList<>();
        if (user.unitId().equals(request.waitsUnitId()) && user.is(request.waitsRole())) {
            switch (request.step()) {
                case ENDORSE_STEP -> {
                    offers.add(Offer.possible(ENDORSE, "note"));
                    offers.add(Offer.possible(REFUSE, "refuse"));
                }
                case DECIDE_STEP -> {
                    offers.add(Offer.possible(APPROVE, "supplement-approve"));
                    offers.add(Offer.possible(REFUSE, "refuse"));
                }
                case SEAL_STEP -> offers.add(Offer.possible(SEAL, null).signing());
                case SIGN_STEP -> offers.add(Offer.possible(SIGN, null).signing());
                default -> throw new IllegalStateException("no step " + request.step());
            }
        }
        if (request.askedBy().equals(user.username()) && isAt(request, BEFORE_DECISION)) {
            offers.add(Offer.possible(CANCEL, "refuse"));
        }
        if (user.is(Role.PROVINCE)
                && user.unitId().equals(unitOf(request, SIGN_STEP))
                && isAt(request, AFTER_DECISION)) {
            offers.add(Offer.possible(CALL_OFF, "refuse").grave());
        }
        return offers;
    }

    private static boolean isAt(Request request, Set<String> steps) {
        return request.state() == RequestState.OPEN && request.step() != null && steps.contains(request.step());
    }

    @Override
    public String take(String offer, String targetId, Input input) {
        switch (offer) {
            case SEAL -> sign(targetId, SEAL_STEP, input.pin());
            case SIGN -> sign(targetId, SIGN_STEP, input.pin());
            default -> {
                return transaction.execute(status -> decide(offer, targetId, input));
            }
        }
        return targetId;
    }

    private String decide(String offer, String targetId, Input input) {
        switch (offer) {
            case ASK -> {
                return ask(targetId, input);
            }
            case ENDORSE ->
                requests.decide(
                        requests.lockWithRecord(targetId), ENDORSE_STEP, ENDORSED, input.text("note"), List.of());
            case APPROVE -> approve(targetId, input);
            case REFUSE -> refuse(targetId, input.text("reason"));
            case CANCEL -> cancel(targetId, input.text("reason"));
            case CALL_OFF -> callOff(targetId, input.text("reason"));
            default -> throw Refused.notFound("request.unknown");
        }
        return targetId;
    }

    private String ask(String recordId, Input input) {
        YearRecord record = records.lock(recordId);
        CurrentUser user = access.at(record.schoolId(), Role.CLERK, Role.PRINCIPAL);
        rules.obstacle(record).ifPresent(why -> {
            throw why;
        });
        Change change = rules.change(recordId, input);
        if (input.evidence().isEmpty()) {
            throw Refused.invalid("supplement.evidence");
        }
        return requests.open(
                KIND,
                "supplement",
                user.is(Role.PRINCIPAL) ? ENDORSED : "",
                record,
                record.schoolId(),
                null,
                SupplementPapers.asked(change),
                input);
    }

    private void approve(String requestId, Input input) {
        Request request = requests.lockWithRecord(requestId);
        LocalDate today = LocalDate.now(clock);
        LocalDate day = input.date("day");
        if (day.isAfter(today)) {
            throw Refused.invalid("supplement.future-day");
        }
        papers.decided(request, input.text("number"), day, input.text("reason"), today);
        requests.decide(request, DECIDE_STEP, "APPROVED", input.text("reason"), input.evidence());
    }

    private void refuse(String requestId, String reason) {
        Request request = requests.lockWithRecord(requestId);
        if (!isAt(request, BEFORE_DECISION)) {
            throw Refused.notNow("request.no-longer-waits");
        }
        requests.decide(request, request.step(), "REFUSED", reason, List.of());
    }

    private void cancel(String requestId, String reason) {
        Request request = requests.lockWithRecord(requestId);
        CurrentUser user = access.at(request.schoolId(), Role.CLERK, Role.PRINCIPAL);
        if (!request.askedBy().equals(user.username())) {
            throw Refused.notAllowed("request.not-yours");
        }
        if (!isAt(request, BEFORE_DECISION)) {
            throw Refused.notNow("request.no-longer-waits");
        }
        requests.cancel(request, reason);
    }

    /** The way out when a document cannot be signed any more, or should not be: nobody waits forever, and no supplement blocks a retraction. */
    private void callOff(String requestId, String reason) {
        Request request = requests.lockWithRecord(requestId);
        access.at(unitOf(request, SIGN_STEP), Role.PROVINCE);
        if (!isAt(request, AFTER_DECISION)) {
            throw Refused.notNow("request.no-longer-waits");
        }
        papers.discard(request);
        requests.cancel(request, reason);
    }

    /** The key is opened before anything is locked: that takes its time, and a wrong PIN has to count even though nothing else happens. */
    private void sign(String requestId, String step, char[] pin) {
        try {
            String unit = transaction.execute(status -> waitingUnit(requestId, step));
            try (UnlockedKey key = signing.unlockSeal(unit, pin)) {
                transaction.executeWithoutResult(status -> {
                    Request request = requests.lockWithRecord(requestId);
                    if (step.equals(SEAL_STEP)) {
                        papers.seal(request, key);
                        requests.decide(request, SEAL_STEP, "SEALED", null, List.of());
                    } else {
                        papers.sign(request, key);
                        requests.decide(request, SIGN_STEP, "SIGNED", null, List.of());
                    }
                });
            }
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private String waitingUnit(String requestId, String step) {
        Request request = requests.get(requestId);
        if (!isAt(request, Set.of(step))) {
            throw Refused.notNow("request.no-longer-waits");
        }
        return unitOf(request, step);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(Request request) {
        Change change = papers.change(request);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.vi("supplement.fact.ground"), Texts.vi("supplement.ground." + change.ground()));
        facts.put(Texts.vi("supplement.fact.field"), change.fieldName());
        facts.put(
                Texts.vi("supplement.fact.former"),
                change.former() == null ? Texts.vi("supplement.empty") : change.former());
        facts.put(Texts.vi("supplement.fact.right"), change.right());
        Decision decision = papers.decision(request);
        if (decision != null) {
            facts.put(
                    Texts.vi("supplement.fact.decision"),
                    Texts.vi(
                            "supplement.decision",
                            decision.number(),
                            RecordFields.words(decision.on()),
                            decision.authority()));
            facts.put(Texts.vi("supplement.fact.decision-reason"), decision.reason());
        }
        return facts;
    }

    @Override
    public String unitOf(Request request, String step) {
        return step.equals(DECIDE_STEP) || step.equals(SIGN_STEP)
                ? directory.provinceOf(request.schoolId()).orElseThrow().id()
                : request.schoolId();
    }

    @Override
    public Role roleOf(String step) {
        return switch (step) {
            case ENDORSE_STEP -> Role.PRINCIPAL;
            case SEAL_STEP -> Role.CLERK;
            case DECIDE_STEP, SIGN_STEP -> Role.PROVINCE;
            default -> throw new IllegalArgumentException("no step " + step);
        };
    }
}
