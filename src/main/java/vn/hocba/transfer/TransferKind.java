package vn.hocba.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.document.HandOver.Receiver;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.lookup.LookUpLimits;
import vn.hocba.record.Promotion;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Evidence;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestState;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.transfer.Details.Way;

/**
 * Chuyển trường. One of the two schools asks, the receiving principal accepts and chooses a class, the sending principal hands over, and on a day the right to
 * manage the record moves; out to another Sở and in from one by a signed file (domain §10.1, CV 1396).
 */
@Component
public class TransferKind implements RequestKind {

    static final String KIND = "TRANSFER";
    static final String ACCEPT = "ACCEPT";
    static final String RELEASE = "RELEASE";
    static final String MOVE = "MOVE";
    static final String RECEIPT = "RECEIPT";

    /** A later day is a slip of the hand. */
    private static final int LONGEST_WAIT_DAYS = 90;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String ASK = "transfer.ask";
    private static final String ASK_OUT = "transfer.ask-out";
    private static final String CLAIM = "transfer.claim";
    private static final String BRING = "transfer.bring";
    private static final String TAKE = "transfer.accept";
    private static final String HAND_OVER = "transfer.release";
    private static final String REFUSE = "transfer.refuse";
    private static final String CANCEL = "transfer.cancel";
    private static final String CONFIRM = "transfer.receipt";

    private final TransferRules rules;
    private final HandOverFiles files;
    private final Requests requests;
    private final YearRecords records;
    private final RecordHolders holders;
    private final SchoolDirectory directory;
    private final LookUpLimits limits;
    private final Access access;
    private final Session session;
    private final Clock clock;

    TransferKind(
            TransferRules rules,
            HandOverFiles files,
            Requests requests,
            YearRecords records,
            RecordHolders holders,
            SchoolDirectory directory,
            LookUpLimits limits,
            Access access,
            Session session,
            Clock clock) {
        this.rules = rules;
        this.files = files;
        this.requests = requests;
        this.records = records;
        this.holders = holders;
        this.directory = directory;
        this.limits = limits;
        this.access = access;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Offer> generalOffers() {
        CurrentUser user = session.user();
        return user.is(Role.CLERK)
                ? List.of(Offer.possible(CLAIM, "transfer-claim"), Offer.possible(BRING, "transfer-bring"))
                : List.of();
    }

    @Override
    @Transactional
    public List<Offer> onRecord(YearRecord record) {
        String manager = holders.managing(record);
        if (!isOffice(session.user(), manager)) {
            return List.of();
        }
        Optional<Refused> obstacle = rules.obstacle(record);
        Map<String, String> schools = rules.schools(manager);
        return List.of(
                Offer.possible(ASK, "transfer-ask", Map.of("schools", schools))
                        .unless(obstacle.or(() -> Optional.of(Refused.notFound("transfer.no-school"))
                                .filter(none -> schools.isEmpty()))),
                Offer.possible(ASK_OUT, "transfer-ask-out").unless(obstacle));
    }

    @Override
    @Transactional
    public List<Offer> onRequest(Request request) {
        CurrentUser user = session.user();
        List<Offer> offers = new ArrayList<>();
        boolean mine = user.unitId().equals(request.waitsUnitId()) && user.is(request.waitsRole());
        String step = request.step() == null ? "" : request.step();
        if (mine && step.equals(ACCEPT)) {
            Map<String, String> classes = classes(request);
            offers.add(Offer.possible(TAKE, "transfer-accept", Map.of("classes", classes))
                    .unless(Optional.of(Refused.notFound("transfer.no-class")).filter(none -> classes.isEmpty())));
        }
        if (mine && step.equals(RELEASE)) {
            Optional<Refused> obstacle = obstacle(request);
            Offer release = Offer.possible(HAND_OVER, "transfer-release").unless(obstacle);
            offers.add(isSigned(request) ? release.signing() : release.grave());
        }
        if (mine && step.equals(RECEIPT)) {
            offers.add(Offer.possible(CONFIRM, "transfer-receipt"));
        } else if (mine) {
            offers.add(Offer.possible(REFUSE, "refuse"));
        }
        if (mayCancel(request, user)) {
            offers.add(Offer.possible(CANCEL, "refuse").grave());
        }
        return offers;
    }

    private static boolean isOffice(CurrentUser user, String schoolId) {
        return user.unitId().equals(schoolId) && (user.is(Role.CLERK) || user.is(Role.PRINCIPAL));
    }

    /** Who asked, or the principal there, up to the move. */
    private static boolean mayCancel(Request request, CurrentUser user) {
        return request.step() != null
                && !request.step().equals(RECEIPT)
                && (request.askedBy().equals(user.username())
                        || user.is(Role.PRINCIPAL) && user.unitId().equals(request.schoolId()));
    }

    private Optional<Refused> obstacle(Request request) {
        return rules.obstacle(
                records.get(request.yearRecordId()),
                request,
                requests.details(request).get(Details.TO));
    }

    /** Within the year, and whenever the record leaves the Sở, the sending principal signs what is handed over. */
    private boolean isSigned(Request request) {
        return way(request) == Way.OUT || TransferRules.isUnfinished(records.get(request.yearRecordId()));
    }

    private Way way(Request request) {
        return Way.valueOf(requests.details(request).get(Details.WAY));
    }

    private Map<String, String> classes(Request request) {
        Map<String, String> details = requests.details(request);
        return way(request) == Way.IN
                ? rules.classes(request.schoolId(), request.schoolYear(), Integer.parseInt(details.get(Details.GRADE)))
                : rules.classes(records.get(request.yearRecordId()), details.get(Details.TO));
    }

    @Override
    @Transactional
    public String take(String offer, String targetId, Input input) {
        switch (offer) {
            case ASK -> {
                return ask(targetId, input);
            }
            case ASK_OUT -> {
                return askOut(targetId, input);
            }
            case CLAIM -> {
                return claim(input);
            }
            case BRING -> {
                return bring(input);
            }
            case TAKE -> accept(targetId, input);
            case HAND_OVER -> release(targetId, input);
            case REFUSE -> refuse(targetId, input.text("reason"));
            case CANCEL -> cancel(targetId, input.text("reason"));
            case CONFIRM -> confirm(targetId, input);
            default -> throw Refused.notFound("request.unknown");
        }
        return targetId;
    }

    private String ask(String recordId, Input input) {
        YearRecord record = records.lock(recordId);
        String from = holders.managing(record);
        access.at(from, Role.CLERK, Role.PRINCIPAL);
        String to = input.text("school");
        if (!rules.schools(from).containsKey(to)) {
            throw Refused.invalid("transfer.other-province");
        }
        return openWithin(record, from, to, from, input);
    }

    private String openWithin(YearRecord record, String from, String to, String asking, Input input) {
        rules.obstacle(record).or(() -> rules.exists(record, to)).ifPresent(TransferKind::refuse);
        return open(
                record,
                asking,
                asking.equals(from) ? to : from,
                "",
                input,
                Map.of(Details.WAY, Way.WITHIN.name(), Details.FROM, from, Details.TO, to));
    }

    private String askOut(String recordId, Input input) {
        YearRecord record = records.lock(recordId);
        String from = holders.managing(record);
        access.at(from, Role.CLERK, Role.PRINCIPAL);
        rules.obstacle(record).ifPresent(TransferKind::refuse);
        return open(
                record,
                from,
                null,
                Way.OUT.name(),
                input,
                Map.of(
                        Details.WAY,
                        Way.OUT.name(),
                        Details.FROM,
                        from,
                        Details.SCHOOL,
                        input.text("school"),
                        Details.PROVINCE,
                        input.text("province")));
    }

    private String open(
            YearRecord record, String asking, String other, String way, Input input, Map<String, String> details) {
        return requests.open(KIND, "transfer", way, record, asking, other, details, input);
    }

    /** The pupil is at the door with the code: no school can look through the pupils of another one. */
    private String claim(Input input) {
        Unit here = ownSchool();
        String code = input.text("code").replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        String client = "school:" + here.id();
        limits.take(client, code);
        Optional<YearRecord> found = holders.latest(code, input.date("birthDate"))
                .map(records::lock)
                .filter(record -> rules.schools(here.id()).containsKey(record.schoolId())
                        || record.schoolId().equals(here.id()));
        YearRecord record = found.orElseThrow(() -> Refused.notFound("transfer.not-found"));
        limits.giveBack(client, code);
        String from = holders.managing(record);
        if (from.equals(here.id())) {
            throw Refused.notNow("transfer.here-already");
        }
        return openWithin(record, from, here.id(), here.id(), input);
    }

    private Unit ownSchool() {
        Unit here = directory.unit(access.holding(Role.CLERK).unitId());
        if (here.kind() != UnitKind.SCHOOL) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return here;
    }

    private String bring(Input input) {
        Unit here = ownSchool();
        if (input.evidence().size() != 1) {
            throw Refused.invalid("transfer.file.one");
        }
        HandOverFiles.Read handOver = files.read(input.evidence().get(0).content());
        RecordSnapshot latest = handOver.latest();
        RecordSnapshot.Issuer sender = handOver.content().sender();
        if (latest.level() != here.level()) {
            throw Refused.invalid("transfer.file.level");
        }
        boolean own = directory
                .unitByCode(sender.schoolCode())
                .filter(unit -> rules.isSameProvince(unit.id(), here.id()))
                .isPresent();
        if (own) {
            throw Refused.invalid("transfer.file.same-province", sender.schoolName());
        }
        boolean within = handOver.isWithinYear();
        int next = Promotion.nextGrade(
                latest.grade(),
                latest.summary().programmeCompleted(),
                latest.summary().promoted());
        Map<String, String> details = new LinkedHashMap<>();
        details.put(Details.WAY, Way.IN.name());
        details.put(Details.TO, here.id());
        details.put(Details.SCHOOL, sender.schoolName());
        details.put(Details.PROVINCE, sender.provinceName() == null ? "" : sender.provinceName());
        details.put(Details.SIGNER, handOver.signer());
        details.put(Details.GRADE, Integer.toString(within ? latest.grade() : next));
        return requests.open(new Requests.NewRequest(
                        KIND,
                        "transfer",
                        "",
                        null,
                        latest.pupil().fullName(),
                        latest.className(),
                        within ? latest.schoolYear() : latest.schoolYear() + 1,
                        here.id(),
                        null,
                        input.text("reason"),
                        details,
                        input.evidence()))
                .id();
    }

    private void accept(String requestId, Input input) {
        Request request = requests.lockWithRecord(requestId);
        demandOpen(request);
        String chosen = input.text("class");
        if (!classes(request).containsKey(chosen)) {
            throw Refused.notFound("transfer.no-class");
        }
        requests.addDetails(request, Map.of(Details.CLASS, chosen));
        requests.decide(
                request, ACCEPT, way(request) == Way.IN ? "ACCEPTED_IN" : "ACCEPTED", input.text("note"), List.of());
    }

    private void release(String requestId, Input input) {
        try {
            Request request = requests.lockWithRecord(requestId);
            demandOpen(request);
            access.at(unitOf(request, RELEASE), Role.PRINCIPAL);
            LocalDate day = input.date("day");
            LocalDate today = LocalDate.now(clock);
            if (day.isBefore(today) || day.isAfter(today.plusDays(LONGEST_WAIT_DAYS))) {
                throw Refused.invalid(
                        "transfer.day", DATE.format(today), DATE.format(today.plusDays(LONGEST_WAIT_DAYS)));
            }
            obstacle(request).ifPresent(TransferKind::refuse);
            requests.addDetails(request, Map.of(Details.DAY, day.toString()));
            requests.decide(request, RELEASE, "RELEASED", input.text("note"), handOver(request, input.pin()));
        } finally {
            Arrays.fill(input.pin(), '\0');
        }
    }

    private List<Evidence> handOver(Request request, char[] pin) {
        if (!isSigned(request)) {
            return List.of();
        }
        Map<String, String> details = requests.details(request);
        boolean out = way(request) == Way.OUT;
        String from = details.get(Details.FROM);
        Receiver receiver = out
                ? new Receiver(details.get(Details.SCHOOL), details.get(Details.PROVINCE))
                : new Receiver(
                        directory.unit(details.get(Details.TO)).name(),
                        directory.provinceOf(from).orElseThrow().name());
        return List.of(files.signed(
                new HandOverFiles.Order(request, records.get(request.yearRecordId()), from, receiver, out), pin));
    }

    private void refuse(String requestId, String reason) {
        Request request = requests.lockWithRecord(requestId);
        demandOpen(request);
        if (request.step().equals(RECEIPT)) {
            throw Refused.notNow("request.no-longer-waits");
        }
        requests.decide(request, request.step(), "REFUSED", reason, List.of());
    }

    private void cancel(String requestId, String reason) {
        Request request = requests.lockWithRecord(requestId);
        CurrentUser user = access.at(request.schoolId(), Role.CLERK, Role.PRINCIPAL);
        if (request.state() != RequestState.OPEN || !mayCancel(request, user)) {
            throw Refused.notNow("request.no-longer-waits");
        }
        requests.cancel(request, reason);
    }

    private void confirm(String requestId, Input input) {
        Request request = requests.lockWithRecord(requestId);
        LocalDate day = input.date("day");
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refused.invalid("transfer.future-day");
        }
        requests.addDetails(request, Map.of(Details.NUMBER, input.text("number"), Details.RECEIVED, day.toString()));
        requests.decide(request, RECEIPT, "CONFIRMED", null, input.evidence());
    }

    private static void demandOpen(Request request) {
        if (request.state() != RequestState.OPEN || request.step() == null) {
            throw Refused.notNow("request.no-longer-waits");
        }
    }

    private static void refuse(Refused why) {
        throw why;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(Request request) {
        Map<String, String> details = requests.details(request);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.vi("transfer.fact.from"), place(details, Details.FROM));
        facts.put(Texts.vi("transfer.fact.to"), place(details, Details.TO));
        if (details.containsKey(Details.SIGNER)) {
            facts.put(Texts.vi("transfer.fact.signer"), Texts.vi("transfer.signer", details.get(Details.SIGNER)));
        }
        if (details.containsKey(Details.CLASS)) {
            facts.put(
                    Texts.vi("transfer.fact.class"),
                    directory.classById(details.get(Details.CLASS)).name());
        }
        if (details.containsKey(Details.DAY)) {
            facts.put(Texts.vi("transfer.fact.day"), day(details.get(Details.DAY)));
        }
        if (MOVE.equals(request.step()) && details.containsKey(Details.TRIED)) {
            obstacle(request).ifPresent(why -> facts.put(Texts.vi("transfer.fact.held"), why.text(Texts.VIETNAMESE)));
        }
        if (details.containsKey(Details.NUMBER)) {
            facts.put(
                    Texts.vi("transfer.fact.receipt"),
                    details.get(Details.NUMBER).isEmpty()
                            ? Texts.vi("transfer.no-receipt")
                            : Texts.vi(
                                    "transfer.receipt-of",
                                    details.get(Details.NUMBER),
                                    day(details.get(Details.RECEIVED))));
        }
        return facts;
    }

    private static String day(String iso) {
        return DATE.format(LocalDate.parse(iso));
    }

    private String place(Map<String, String> details, String end) {
        return details.containsKey(end)
                ? directory.unit(details.get(end)).name()
                : Texts.vi("transfer.elsewhere", details.get(Details.SCHOOL), details.get(Details.PROVINCE));
    }

    /** Until the move the other school decides about a record that it does not read. */
    @Override
    @Transactional(readOnly = true)
    public boolean mayOpenRecord(Request request) {
        if (request.yearRecordId() == null) {
            return false;
        }
        CurrentUser user = session.user();
        YearRecord record = records.get(request.yearRecordId());
        return user.is(Role.PROVINCE)
                || record.schoolId().equals(user.unitId())
                || holders.holdsOrHeld(record.id(), user.unitId());
    }

    @Override
    public String unitOf(Request request, String step) {
        return requests.details(request).get(step.equals(ACCEPT) ? Details.TO : Details.FROM);
    }

    @Override
    public Role roleOf(String step) {
        return step.equals(RECEIPT) ? Role.CLERK : Role.PRINCIPAL;
    }
}
