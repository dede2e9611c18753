package vn.hocba.retraction;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.RegisteredState;
import vn.hocba.registry.Withdrawals;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestState;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/**
 * Thu hồi. Before the freeze the clerk or the principal asks and the principal decides; after it only the Sở does, with number and date of its decision, on its own
 * or because the school asked (CV 1396 annex; domain §10.2).
 */
@Component
public class RetractionKind implements RequestKind {

    static final String KIND = "RETRACTION";
    static final String DECIDE = "DECIDE";
    static final String NUMBER = "number";
    static final String DAY = "day";
    private static final DateTimeFormatter DAY_IN_WORDS = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    static final String GROUND = "ground";

    private static final String ORDER = "ORDER";
    private static final String ASK = "retraction.ask";
    private static final String ASK_PROVINCE = "retraction.ask-province";
    private static final String ORDERED = "retraction.order";
    private static final String APPROVE = "retraction.approve";
    private static final String DECREE = "retraction.decree";
    private static final String REFUSE = "retraction.refuse";
    private static final String CANCEL = "retraction.cancel";

    private final Requests requests;
    private final YearRecords records;
    private final Withdrawals withdrawals;
    private final SchoolDirectory directory;
    private final Access access;
    private final Session session;
    private final Clock clock;

    RetractionKind(
            Requests requests,
            YearRecords records,
            Withdrawals withdrawals,
            SchoolDirectory directory,
            Access access,
            Session session,
            Clock clock) {
        this.requests = requests;
        this.records = records;
        this.withdrawals = withdrawals;
        this.directory = directory;
        this.access = access;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public List<Offer> onRecord(YearRecord record) {
        CurrentUser user = session.user();
        boolean frozen = record.state() == RecordState.FROZEN;
        if (isOffice(user, record.schoolId())) {
            return List.of(Offer.possible(frozen ? ASK_PROVINCE : ASK, "retraction-ask")
                    .unless(obstacle(record))
                    .grave());
        }
        boolean province = user.is(Role.PROVINCE)
                && directory.unit(record.schoolId()).path().startsWith(user.unitPath());
        return province && frozen
                ? List.of(Offer.possible(ORDERED, "retraction-order")
                        .unless(obstacle(record))
                        .grave())
                : List.of();
    }

    @Override
    public List<Offer> onRequest(Request request) {
        CurrentUser user = session.user();
        List<Offer> offers = new ArrayList<>();
        boolean mine = user.unitId().equals(request.waitsUnitId()) && user.is(request.waitsRole());
        if (mine && DECIDE.equals(request.step())) {
            offers.add(Offer.possible(APPROVE, "note").grave());
        }
        if (mine && ORDER.equals(request.step())) {
            offers.add(Offer.possible(DECREE, "retraction-order").grave());
        }
        if (mine) {
            offers.add(Offer.possible(REFUSE, "refuse"));
        }
        if (request.askedBy().equals(user.username())) {
            offers.add(Offer.possible(CANCEL, "refuse"));
        }
        return offers;
    }

    private static boolean isOffice(CurrentUser user, String schoolId) {
        return user.unitId().equals(schoolId) && (user.is(Role.CLERK) || user.is(Role.PRINCIPAL));
    }

    private Optional<Refused> obstacle(YearRecord record) {
        if (record.state().isInWork()) {
            return Optional.of(
                    Refused.notNow("retraction.in-work", record.state().term()));
        }
        if (withdrawals.inForce(record.id()).isEmpty()) {
            return Optional.of(Refused.notNow("retraction.already"));
        }
        boolean knows = record.state() == RecordState.FROZEN
                || withdrawals.inForce(record.id()).equals(Optional.of(RegisteredState.ACCEPTED));
        if (!knows) {
            return Optional.of(Refused.notNow("retraction.just-frozen"));
        }
        return requests.openOf(List.of(record.id())).stream()
                .findFirst()
                .map(open -> Refused.notNow("retraction.other-open", Texts.vi("request.kind." + open.kind())));
    }

    @Override
    @Transactional
    public String take(String offer, String targetId, Input input) {
        switch (offer) {
            case ASK, ASK_PROVINCE -> {
                return ask(targetId, input);
            }
            case ORDERED -> {
                return order(targetId, input);
            }
            case APPROVE ->
                requests.decide(requests.lockWithRecord(targetId), DECIDE, "APPROVED", input.text("note"), List.of());
            case DECREE -> decree(targetId, input);
            case REFUSE -> refuse(targetId, input.text("reason"));
            case CANCEL -> cancel(targetId, input.text("reason"));
            default -> throw Refused.notFound("request.unknown");
        }
        return targetId;
    }

    private String ask(String recordId, Input input) {
        YearRecord record = records.lock(recordId);
        access.at(record.schoolId(), Role.CLERK, Role.PRINCIPAL);
        demandFree(record);
        return open(record, input, record.state() == RecordState.FROZEN ? ORDER : "", Map.of());
    }

    private String order(String recordId, Input input) {
        YearRecord record = records.lock(recordId);
        access.over(directory.unit(record.schoolId()).path(), Role.PROVINCE);
        record.demand(RecordState.FROZEN);
        demandFree(record);
        return open(record, input, "ORDERED", decision(input));
    }

    private void demandFree(YearRecord record) {
        obstacle(record).ifPresent(why -> {
            throw why;
        });
    }

    private String open(YearRecord record, Input input, String way, Map<String, String> details) {
        return requests.open(KIND, "retraction", way, record, record.schoolId(), null, details, input);
    }

    private void decree(String requestId, Input input) {
        Request request = requests.lockWithRecord(requestId);
        requests.addDetails(request, decision(input));
        requests.decide(request, ORDER, "APPROVED", input.text("reason"), input.evidence());
    }

    private Map<String, String> decision(Input input) {
        LocalDate day = input.date(DAY);
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refused.invalid("retraction.future-day");
        }
        return Map.of(NUMBER, input.text(NUMBER), DAY, day.toString(), GROUND, input.text("reason"));
    }

    private void refuse(String requestId, String reason) {
        Request request = requests.lockWithRecord(requestId);
        String step = Optional.ofNullable(request.step()).orElseThrow(() -> Refused.notNow("request.no-longer-waits"));
        requests.decide(request, step, "REFUSED", reason, List.of());
    }

    private void cancel(String requestId, String reason) {
        Request request = requests.lockWithRecord(requestId);
        CurrentUser user = access.at(request.schoolId(), Role.CLERK, Role.PRINCIPAL);
        if (request.state() != RequestState.OPEN || !request.askedBy().equals(user.username())) {
            throw Refused.notAllowed("request.not-yours");
        }
        requests.cancel(request, reason);
    }

    @Override
    public Map<String, String> facts(Request request) {
        Map<String, String> details = requests.details(request);
        Map<String, String> facts = new LinkedHashMap<>();
        if (details.containsKey(NUMBER)) {
            facts.put(
                    Texts.vi("retraction.fact.decision"),
                    Texts.vi(
                            "retraction.decision",
                            details.get(NUMBER),
                            LocalDate.parse(details.get(DAY)).format(DAY_IN_WORDS)));
        }
        return facts;
    }

    @Override
    public String unitOf(Request request, String step) {
        return step.equals(ORDER)
                ? directory.provinceOf(request.schoolId()).orElseThrow().id()
                : request.schoolId();
    }

    @Override
    public Role roleOf(String step) {
        return step.equals(ORDER) ? Role.PROVINCE : Role.PRINCIPAL;
    }
}
