package vn.hocba.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.workflow.Batches;

/** The requests that concern the current user, one request with what may be done about it, and what may be asked about a record. */
@Service
public class RequestBoard {

    private final JdbcClient jdbc;
    private final RequestReaders readers;
    private final Requests requests;
    private final RequestPapers papers;
    private final Kinds kinds;
    private final Actions actions;
    private final RequestLists lists;
    private final SchoolDirectory directory;

    RequestBoard(
            JdbcClient jdbc,
            RequestReaders readers,
            Requests requests,
            RequestPapers papers,
            Kinds kinds,
            Actions actions,
            RequestLists lists,
            SchoolDirectory directory) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.requests = requests;
        this.papers = papers;
        this.kinds = kinds;
        this.actions = actions;
        this.lists = lists;
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
     * @param waiting for the user to act, what is overdue first, then oldest first
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
        return lists.of(readers.holding());
    }

    /** Of those that concern the current user what should have been answered before now, the longest first; {@link Lists#ended} is empty. */
    @Transactional(readOnly = true)
    public Lists overdue() {
        return lists.overdue(readers.holding());
    }

    /** How many requests wait for the current user. */
    @Transactional(readOnly = true)
    public int waiting() {
        return lists.waiting(readers.holding());
    }

    /**
     * One request.
     *
     * @throws Refused when it does not concern the current user
     */
    @Transactional
    public Page page(String requestId) {
        readers.holding();
        Request request = requests.get(requestId);
        readers.demandRead(request);
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
        readers.holding();
        RequestFile file = papers.file(fileId).orElseThrow(() -> Refused.notFound("request.unknown"));
        Request request = requests.get(file.requestId);
        readers.demandRead(request);
        papers.logRead(request, file);
        return new Evidence(file.name, file.content);
    }

    /** What the current user may do about a record now, or why not, over all kinds. */
    @Transactional(readOnly = true)
    public List<Offer> offers(String recordId) {
        return actions.offers(recordId);
    }

    /** What the current user may ask for without starting from a record, over all kinds. */
    @Transactional(readOnly = true)
    public List<Offer> generalOffers() {
        readers.holding();
        return actions.offers();
    }

    /** The requests about a record that concern the current user, oldest first: whoever reads a record, or rows of it, does not read what others ask about it. */
    @Transactional(readOnly = true)
    public List<Row> ofRecord(String recordId) {
        CurrentUser user = readers.holding();
        return requests.ofRecord(recordId).stream()
                .filter(request -> readers.reads(user, request))
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
}
