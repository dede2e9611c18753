package vn.hocba.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/**
 * Đính chính before the freeze: a teacher, the homeroom teacher or the clerk (on behalf of a parent) asks, the principal decides, and the record is made anew
 * from the earliest step that has to change (CV 1396 annex; domain §10.2, zone B).
 */
@Component
public class CorrectionKind implements RequestKind {

    static final String KIND = "CORRECTION";
    static final String DECIDE = "DECIDE";
    static final String REWORK = "REWORK";
    static final String PARTS = "parts";

    private static final String ASK = "correction.ask";
    private static final String APPROVE = "correction.approve";
    private static final String REFUSE = "correction.refuse";
    private static final String CANCEL = "correction.cancel";

    private final CorrectionRules rules;
    private final NewVersion versions;
    private final Requests requests;
    private final YearRecords records;
    private final Access access;
    private final Session session;

    CorrectionKind(
            CorrectionRules rules,
            NewVersion versions,
            Requests requests,
            YearRecords records,
            Access access,
            Session session) {
        this.rules = rules;
        this.versions = versions;
        this.requests = requests;
        this.records = records;
        this.access = access;
        this.session = session;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Offer> onRecord(YearRecord record) {
        Map<String, String> parts = rules.parts(record, session.user());
        return parts.isEmpty()
                ? List.of()
                : List.of(Offer.possible(ASK, "correction-ask", Map.of(PARTS, parts))
                        .unless(rules.obstacle(record)));
    }

    @Override
    public List<Offer> onRequest(Request request) {
        List<Offer> offers = new ArrayList<>();
        CurrentUser user = session.user();
        boolean principal = user.is(Role.PRINCIPAL) && user.unitId().equals(request.schoolId());
        if (principal && DECIDE.equals(request.step())) {
            Optional<Refused> obstacle = rules.obstacle(records.get(request.yearRecordId()), request);
            offers.add(Offer.possible(APPROVE, "note").unless(obstacle));
            offers.add(Offer.possible(REFUSE, "refuse"));
        }
        if (mayCancel(request, user)) {
            offers.add(Offer.possible(CANCEL, "refuse").grave().unless(obstacleToCancel(request)));
        }
        return offers;
    }

    /** Who asked, as long as nobody has decided; after that the principal. */
    private static boolean mayCancel(Request request, CurrentUser user) {
        return DECIDE.equals(request.step())
                ? request.askedBy().equals(user.username())
                : user.is(Role.PRINCIPAL) && user.unitId().equals(request.schoolId());
    }

    /** What has been handed in is the province's to answer. */
    private Optional<Refused> obstacleToCancel(Request request) {
        return DECIDE.equals(request.step())
                ? Optional.empty()
                : versions.obstacle(records.get(request.yearRecordId()));
    }

    @Override
    @Transactional
    public String take(String offer, String targetId, Input input) {
        switch (offer) {
            case ASK -> {
                return ask(targetId, input);
            }
            case APPROVE -> approve(targetId, input);
            case REFUSE ->
                requests.decide(requests.lockWithRecord(targetId), DECIDE, "REFUSED", input.text("reason"), List.of());
            case CANCEL -> cancel(targetId, input.text("reason"));
            default -> throw Refused.notFound("request.unknown");
        }
        return targetId;
    }

    private String ask(String recordId, Input input) {
        YearRecord record = records.lock(recordId);
        CurrentUser user = access.at(record.schoolId(), Role.TEACHER, Role.CLERK, Role.PRINCIPAL);
        Set<String> parts = new TreeSet<>(input.chosen(PARTS));
        if (parts.isEmpty() || !rules.parts(record, user).keySet().containsAll(parts)) {
            throw Refused.notAllowed("correction.not-your-part");
        }
        rules.obstacle(record).ifPresent(CorrectionKind::refuse);
        return requests.open(
                KIND, "correction", "", record, record.schoolId(), null, Map.of(PARTS, String.join(",", parts)), input);
    }

    private void approve(String requestId, Input input) {
        Request request = requests.lockWithRecord(requestId);
        rules.obstacle(records.get(request.yearRecordId()), request).ifPresent(CorrectionKind::refuse);
        requests.decide(request, DECIDE, "APPROVED", input.text("note"), List.of());
    }

    private void cancel(String requestId, String reason) {
        Request request = requests.lockWithRecord(requestId);
        CurrentUser user = access.at(request.schoolId(), Role.TEACHER, Role.CLERK, Role.PRINCIPAL);
        if (request.state() != RequestState.OPEN || !mayCancel(request, user)) {
            throw Refused.notNow("request.no-longer-waits");
        }
        obstacleToCancel(request).ifPresent(CorrectionKind::refuse);
        requests.cancel(request, reason);
    }

    private static void refuse(Refused why) {
        throw why;
    }

    @Override
    public Map<String, String> facts(Request request) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                Texts.vi("correction.fact.parts"),
                rules.names(partsOf(requests, request), records.get(request.yearRecordId())));
        return facts;
    }

    static Set<String> partsOf(Requests requests, Request request) {
        return Set.of(requests.details(request).get(PARTS).split(","));
    }

    @Override
    public String unitOf(Request request, String step) {
        return request.schoolId();
    }

    @Override
    public Role roleOf(String step) {
        return Role.PRINCIPAL;
    }
}
