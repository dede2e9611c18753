package vn.hocba.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.record.YearRecords;
import vn.hocba.shared.Refused;

/** The requests that are kept, in the transaction of the use case; {@link RequestMoves} moves them. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Requests {

    private final RequestRepository requests;
    private final RequestPapers papers;
    private final YearRecords records;

    Requests(RequestRepository requests, RequestPapers papers, YearRecords records) {
        this.requests = requests;
        this.papers = papers;
        this.records = records;
    }

    /**
     * Locks the record of a request, then the request, until the transaction ends. The request is read only after that, so that of two who decide at once the
     * second sees what the first did.
     *
     * @throws Refused when there is no such request
     */
    public Request lockWithRecord(String id) {
        requests.recordOf(id).ifPresent(records::lock);
        return requests.lock(id).orElseThrow(() -> Refused.notFound("request.unknown"));
    }

    /** @throws Refused when there is no such request */
    public Request get(String id) {
        return requests.findById(id).orElseThrow(() -> Refused.notFound("request.unknown"));
    }

    /** The open request of a kind on a record. */
    public Optional<Request> openOf(String recordId, RequestType<?> type) {
        return openOf(List.of(recordId)).stream().filter(type::is).findFirst();
    }

    /** Every open request on these records that keeps others from being asked (see {@link RequestType#beside}). */
    public List<Request> openOf(Collection<String> recordIds) {
        return recordIds.isEmpty() ? List.of() : requests.open(recordIds);
    }

    /** Any open request on a record. */
    public Optional<Request> anyOpen(String recordId) {
        return openOf(List.of(recordId)).stream().findFirst();
    }

    /** Any open request on the record of this one, itself aside. */
    public Optional<Request> anyOpenBeside(Request own) {
        return openOf(List.of(own.yearRecordId())).stream()
                .filter(open -> !open.id().equals(own.id()))
                .findFirst();
    }

    /** All requests on a record, oldest first. */
    public List<Request> ofRecord(String recordId) {
        return requests.ofRecord(recordId);
    }

    /** All requests of a kind on a record, oldest first. */
    public List<Request> ofRecord(String recordId, RequestType<?> type) {
        return ofRecord(recordId).stream().filter(type::is).toList();
    }

    /** How many requests of a kind on a record came to what was asked for. */
    public int done(String recordId, RequestType<?> type) {
        return (int) requests.ofRecord(recordId).stream()
                .filter(request -> type.is(request) && request.state() == RequestState.DONE)
                .count();
    }

    /** What is kept beside a request of this kind. */
    public <D> D details(Request request, RequestType<D> type) {
        if (!type.is(request)) {
            throw new IllegalArgumentException("request " + request.id() + " is no " + type.name());
        }
        return DetailsJson.read(request.details(), type.details());
    }

    /** Keeps these details instead of the former. */
    public void keep(Request request, Record details) {
        request.setDetails(DetailsJson.write(details));
    }

    /** The files that came with a request and its decisions, oldest first. */
    public List<Evidence> files(Request request) {
        return papers.files(request).stream()
                .map(file -> new Evidence(file.name, file.content))
                .toList();
    }

    /** A record that came to this database with the request belongs to it from now on. */
    public void belongsTo(Request request, String recordId) {
        request.belongsTo(recordId);
    }
}
