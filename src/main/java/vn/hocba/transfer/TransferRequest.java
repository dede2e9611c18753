package vn.hocba.transfer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.OwnClassRequests;
import vn.hocba.request.Request;
import vn.hocba.request.RequestKind;
import vn.hocba.request.RequestType;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.RecordId;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;

/**
 * Chuyển trường. One of the two schools asks, the receiving principal accepts and chooses a class, the sending principal hands over, and on a day the right to
 * manage the record moves; out to another Sở and in from one by a signed file (domain §10.1, CV 1396).
 */
@Component
public class TransferRequest implements RequestKind<TransferDetails> {

    /** What its requests are stored under. */
    public static final String NAME = "TRANSFER";

    static final RequestType<TransferDetails> TYPE = new RequestType<>(NAME, "transfer", TransferDetails.class);

    /** The receiving principal accepts and chooses a class. */
    static final String ACCEPT = "ACCEPT";
    /** The sending principal hands over. */
    static final String RELEASE = "RELEASE";
    /** The sending clerk seals what the principal has signed. */
    static final String SEAL = "SEAL";
    /** The day of the move is waited for. */
    static final String MOVE = "MOVE";
    /** The sending clerk writes down what another Sở has confirmed. */
    static final String RECEIPT = "RECEIPT";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final TransferRules rules;
    private final YearRecords records;
    private final RecordHolders holders;
    private final SchoolDirectory directory;
    private final ArrivalCases cases;
    private final OwnClassRequests ownClass;
    private final HandOverFacts handOver;
    private final Session session;

    TransferRequest(
            TransferRules rules,
            YearRecords records,
            RecordHolders holders,
            SchoolDirectory directory,
            ArrivalCases cases,
            OwnClassRequests ownClass,
            HandOverFacts handOver,
            Session session) {
        this.rules = rules;
        this.records = records;
        this.holders = holders;
        this.directory = directory;
        this.cases = cases;
        this.ownClass = ownClass;
        this.handOver = handOver;
        this.session = session;
    }

    @Override
    public RequestType<TransferDetails> type() {
        return TYPE;
    }

    /** A day as it is written on papers. */
    static String written(LocalDate day) {
        return DATE.format(day);
    }

    @Override
    public Map<String, String> facts(Request request, TransferDetails details) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.vi("transfer.fact.from"), place(details, details.from()));
        facts.put(Texts.vi("transfer.fact.to"), place(details, details.to()));
        if (details.signer() != null) {
            facts.put(Texts.vi("transfer.fact.signer"), Texts.vi("transfer.signer", details.signer()));
        }
        if (details.acceptance() != null) {
            facts.put(
                    Texts.vi("transfer.fact.acceptance"),
                    Texts.vi(
                            "transfer.receipt-of",
                            details.acceptance().number(),
                            written(details.acceptance().day())));
        }
        if (details.classId() != null) {
            facts.put(
                    Texts.vi("transfer.fact.class"),
                    directory.classById(details.classId()).name());
        }
        if (details.day() != null) {
            facts.put(Texts.vi("transfer.fact.day"), written(details.day()));
        }
        handOver.of(request, details).ifPresent(words -> facts.put(Texts.vi("transfer.fact.results"), words));
        if (MOVE.equals(request.step()) && details.tried() != null) {
            rules.obstacleToMove(records.get(request.yearRecordId()), request, details)
                    .ifPresent(why -> facts.put(Texts.vi("transfer.fact.held"), why.text(Texts.VIETNAMESE)));
        }
        if (details.number() != null) {
            facts.put(
                    Texts.vi("transfer.fact.receipt"),
                    details.number().isEmpty()
                            ? Texts.vi("transfer.no-receipt")
                            : Texts.vi("transfer.receipt-of", details.number(), written(details.received())));
        }
        if (details.way() == TransferDetails.Way.OUT) {
            cases.of(request.id())
                    .ifPresent(standing -> facts.put(Texts.vi("transfer.fact.arrival"), arrival(standing)));
        }
        return facts;
    }

    private static String arrival(ArrivalCases.Standing standing) {
        return standing.outcome() == null
                ? Texts.vi("transfer.arrival.open")
                : Texts.vi("transfer.arrival.of", Texts.vi(standing.outcome().key()), standing.note());
    }

    private String place(TransferDetails details, String schoolId) {
        return schoolId == null
                ? Texts.vi("transfer.elsewhere", details.school(), details.province())
                : directory.unit(schoolId).name();
    }

    /** Until the move the other school decides about a record that it does not read. */
    @Override
    public boolean mayOpenRecord(Request request) {
        if (request.yearRecordId() == null) {
            return false;
        }
        CurrentUser user = session.user();
        YearRecord record = records.get(request.yearRecordId());
        return Right.READ_HANDED_IN.isOf(user)
                || record.schoolId().equals(user.unitId())
                || holders.holdsOrHeld(new RecordId(record.id()), new SchoolId(user.unitId()));
    }

    /** The homeroom teacher signs the results that go along. */
    @Override
    public boolean concerns(Request request, CurrentUser who) {
        return request.yearRecordId() != null
                && RELEASE.equals(request.step())
                && ownClass.leads(who, records.get(request.yearRecordId()));
    }

    @Override
    public Set<String> concerning(CurrentUser who) {
        return handOver.unsigned(ownClass.of(who, NAME, RELEASE));
    }

    @Override
    public String unitOf(Request request, TransferDetails details, String step) {
        return step.equals(ACCEPT) ? details.to() : details.from();
    }

    @Override
    public Role roleOf(String step) {
        return step.equals(RECEIPT) || step.equals(SEAL) ? Role.CLERK : Role.PRINCIPAL;
    }
}
