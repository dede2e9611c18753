package vn.hocba.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Power;
import vn.hocba.identity.Right;
import vn.hocba.identity.Role;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.workflow.Batches;

/** The requests that concern the current user, one request with what may be done about it, and what may be asked about a record. */
@Service
public class RequestBoard {

    private static final int SHOWN = 200;
    private static final int ENDED = 50;
    private static final String FOR_USER = "state = 'OPEN' and waits_unit_id = :unit and waits_role in (:roles)";
    private static final String NOT_FOR_USER = " and not (waits_unit_id = :unit and waits_role in (:roles))";

    private final JdbcClient jdbc;
    private final Access access;
    private final Requests requests;
    private final RequestPapers papers;
    private final Kinds kinds;
    private final Actions actions;
    private final YearRecords records;
    private final SchoolDirectory directory;

    RequestBoard(
            JdbcClient jdbc,
            Access access,
            Requests requests,
            RequestPapers papers,
            Kinds kinds,
            Actions actions,
            YearRecords records,
            SchoolDirectory directory) {
        this.jdbc = jdbc;
        this.access = access;
        this.requests = requests;
        this.papers = papers;
        this.kinds = kinds;
        this.actions = actions;
        this.records = records;
        this.directory = directory;
    }

    /** A request as a list shows it; dueAt as in {@link Request#dueAt}. */
    public record Row(
            String id,
            String kind,
            String pupilName,
            String className,
            RequestState state,
            String step,
            Role waitsRole,
            Instant dueAt,
            String askedByName,
            Instant askedAt,
            Instant endedAt,
            String reason,
            String outcome) {}

    /**
     * What concerns the current user.
     *
     * @param waiting for the user to act, oldest first
     * @param others open, waiting for somebody else
     * @param ended the latest
     */
    public record Lists(List<Row> waiting, List<Row> others, List<Row> ended) {}

    /** What somebody decided. */
    public record Decided(String step, String decision, String reason, String by, Instant at) {}

    /** A file that came with it. */
    public record FileInfo(String id, String name, int size, String by, Instant at) {}

    /**
     * One request.
     *
     * @param opensRecord whether the user may open its record
     * @param signature the latest that the user has asked for elsewhere; null where there is none
     */
    public record Page(
            Request request,
            String schoolName,
            boolean opensRecord,
            Map<String, String> facts,
            List<Decided> decisions,
            List<FileInfo> files,
            List<Offer> offers,
            Batches.Progress signature) {}

    /** The current user's lists. */
    @Transactional(readOnly = true)
    public Lists lists() {
        CurrentUser user = access.holding(Right.READ_REQUESTS);
        List<Row> waiting = new ArrayList<>(waiting(user));
        waiting.addAll(concerning(user));
        List<String> known = waiting.stream().map(Row::id).toList();
        List<Row> others = mine(user, " and state = 'OPEN'", "state, asked_at", SHOWN).stream()
                .filter(row -> !known.contains(row.id()))
                .toList();
        // What is open has no end and comes last: a condition on the end would cost MySQL the order of the index.
        List<Row> ended = mine(user, "", "ended_at desc", ENDED).stream()
                .filter(row -> row.endedAt() != null)
                .toList();
        return new Lists(waiting, others, ended);
    }

    /** How many requests wait for the current user. */
    @Transactional(readOnly = true)
    public int waiting() {
        CurrentUser user = access.holding(Right.READ_REQUESTS);
        int forRole = jdbc.sql("select count(*) from record_request where " + FOR_USER)
                .param("unit", user.unitId())
                .param("roles", user.worksAs(Power.DECIDE_REQUESTS))
                .query(Integer.class)
                .single();
        return forRole + concerning(user).size();
    }

    /**
     * One request.
     *
     * @throws Refused when it does not concern the current user
     */
    @Transactional
    public Page page(String requestId) {
        Request request = requests.get(requestId);
        demandRead(request);
        RequestKind<?> kind = kinds.of(request);
        List<FileInfo> attached = jdbc.sql(
                        "select id, name, octet_length(content) as size, by_name, at from request_file where request_id = ? order by at, id")
                .param(requestId)
                .query((row, n) -> new FileInfo(
                        row.getString("id"),
                        row.getString("name"),
                        row.getInt("size"),
                        row.getString("by_name"),
                        UtcTimes.read(row, "at")))
                .list();
        return new Page(
                request,
                directory.unit(request.schoolId()).name(),
                kind.mayOpenRecord(request),
                facts(kind, request),
                papers.decisions(request).stream()
                        .map(d -> new Decided(d.step, d.decision, d.reason, d.byName, d.at))
                        .toList(),
                attached,
                actions.offers(request),
                actions.asked(requestId).orElse(null));
    }

    private <D> Map<String, String> facts(RequestKind<D> kind, Request request) {
        return kind.facts(request, requests.details(request, kind.type()));
    }

    /**
     * A file that came with a request; reading it is logged.
     *
     * @throws Refused when the request does not concern the current user
     */
    @Transactional
    public Evidence file(String fileId) {
        RequestFile file = papers.file(fileId).orElseThrow(() -> Refused.notFound("request.unknown"));
        Request request = requests.get(file.requestId);
        demandRead(request);
        papers.logRead(request, file);
        return new Evidence(file.name, file.content);
    }

    /** What the current user may do about a record now, or why not, over all kinds. */
    @Transactional(readOnly = true)
    public List<Offer> offers(String recordId) {
        return actions.offers(records.get(recordId));
    }

    /** What the current user may ask for without starting from a record, over all kinds. */
    @Transactional(readOnly = true)
    public List<Offer> generalOffers() {
        access.holding(Right.READ_REQUESTS);
        return actions.offers();
    }

    /** The requests about a record that concern the current user, oldest first: whoever reads a record, or rows of it, does not read what others ask about it. */
    @Transactional(readOnly = true)
    public List<Row> ofRecord(String recordId) {
        CurrentUser user = access.holding(Right.READ_REQUESTS);
        return requests.ofRecord(recordId).stream()
                .filter(request -> reads(user, request))
                .map(RequestRows::of)
                .toList();
    }

    /**
     * Takes an offer.
     *
     * @param offer its name
     * @param targetId the year record's id for offers on a record, empty for general offers, else the request's
     * @return the id of the request that came of it or was moved; null where an offer on a record was done at once
     * @throws Refused when there is no such offer for the current user, or it is not possible (any more)
     */
    public String take(String offer, String targetId, Input input) {
        return actions.take(offer, targetId, input);
    }

    /** What the current user is asked who takes an offer at a request that signs; empty where it does not sign. */
    @Transactional(readOnly = true)
    public Optional<Confirmation> asks(String offer, String requestId) {
        return actions.asks(offer, requestId);
    }

    private List<Row> waiting(CurrentUser user) {
        return jdbc.sql(RequestRows.SELECT + FOR_USER + " order by asked_at limit " + SHOWN)
                .param("unit", user.unitId())
                .param("roles", user.worksAs(Power.DECIDE_REQUESTS))
                .query((row, n) -> RequestRows.read(row))
                .list();
    }

    /** What concerns the user without waiting for one of the user's roles, oldest first. */
    private List<Row> concerning(CurrentUser user) {
        Set<String> ids = kinds.concerning(user);
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(RequestRows.SELECT + "id in (:ids)" + NOT_FOR_USER + " order by asked_at")
                        .param("ids", ids)
                        .param("unit", user.unitId())
                        .param("roles", user.worksAs(Power.DECIDE_REQUESTS))
                        .query((row, n) -> RequestRows.read(row))
                        .list();
    }

    /**
     * A teacher sees what the teacher asked; offices of a school what was asked there or of it; the Sở what was asked in its province. Each concern finds an
     * index: one statement with «or» would read the requests of all schools, and so would a join with the units of a province. The Sở's lists are pages in the
     * order of theirs.
     */
    private List<Row> mine(CurrentUser user, String which, String order, int most) {
        boolean office = Right.READ_REQUESTS_OF_SCHOOL.isOf(user);
        if (!office && Right.READ_REQUESTS_OF_PROVINCE.isOf(user)) {
            return concerning(user, List.of("province_id = :unit"), which, "province_id desc, " + order, most);
        }
        return concerning(
                user,
                office
                        ? List.of("school_id = :unit", "other_unit_id = :unit and school_id <> :unit")
                        : List.of("asked_by = :user"),
                which,
                order,
                most);
    }

    private List<Row> concerning(CurrentUser user, List<String> concerns, String which, String order, int most) {
        return jdbc.sql(concerns.stream()
                        .map(concern -> RequestRows.SELECT + concern + which)
                        .collect(Collectors.joining(" union all ", "", " order by " + order + " limit " + most)))
                .param("unit", user.unitId())
                .param("user", user.username())
                .query((row, n) -> RequestRows.read(row))
                .list();
    }

    private void demandRead(Request request) {
        if (!reads(access.holding(Right.READ_REQUESTS), request)) {
            throw Refused.notAllowed("request.not-yours");
        }
    }

    private boolean reads(CurrentUser user, Request request) {
        boolean office = Right.READ_REQUESTS_OF_SCHOOL.isOf(user)
                && (user.actsFor(request.schoolId()) || user.actsFor(request.otherUnitId()));
        return office
                || Right.READ_REQUESTS_OF_PROVINCE.reaches(
                        user, directory.unit(request.schoolId()).path())
                || request.askedBy().equals(user.username())
                || kinds.of(request).concerns(request, user);
    }
}
