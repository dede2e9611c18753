package vn.hocba.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.RequestProcesses;

/** Keeps requests and moves their processes, in the transaction of the use case. Who may ask for what, the kinds decide; who decides, the step says. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Requests {

    /** The message that takes a request back, in every process of them. */
    private static final String CANCEL = "hocba.cancel";

    private static final int OUTCOME_LENGTH = 1000;

    private final RequestRepository requests;
    private final RequestDecisionRepository decisions;
    private final RequestFileRepository files;
    private final RequestProcesses processes;
    private final YearRecords records;
    private final SchoolDirectory directory;
    private final Access access;
    private final Session session;
    private final AuditLog audit;
    private final ObjectMapper json;
    private final Clock clock;

    Requests(
            RequestRepository requests,
            RequestDecisionRepository decisions,
            RequestFileRepository files,
            RequestProcesses processes,
            YearRecords records,
            SchoolDirectory directory,
            Access access,
            Session session,
            AuditLog audit,
            ObjectMapper json,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.files = files;
        this.processes = processes;
        this.records = records;
        this.directory = directory;
        this.access = access;
        this.session = session;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param process id of the model that it follows
     * @param way the word for the first gateway of that model; empty where it has none
     * @param yearRecordId null where the record is not in this database
     * @param otherUnitId null where no other unit takes part
     * @param details names and values that the kind understands
     */
    public record NewRequest(
            String kind,
            String process,
            String way,
            String yearRecordId,
            String pupilName,
            String className,
            int schoolYear,
            String schoolId,
            String otherUnitId,
            String reason,
            Map<String, String> details,
            List<Evidence> evidence) {}

    /**
     * Keeps a request of the current user about a record and starts its process.
     *
     * @param schoolId where it is asked
     * @param input what was entered: its reason and its files
     * @return the request's id; the other parameters as in {@link NewRequest}
     */
    public String open(
            String kind,
            String process,
            String way,
            YearRecord record,
            String schoolId,
            String otherUnitId,
            Map<String, String> details,
            Input input) {
        return open(new NewRequest(
                        kind,
                        process,
                        way,
                        record.id(),
                        directory.pupil(record.pupilId()).fullName(),
                        directory.classById(record.classId()).name(),
                        record.schoolYear(),
                        schoolId,
                        otherUnitId,
                        input.text("reason"),
                        details,
                        input.evidence()))
                .id();
    }

    /** Keeps a request of the current user and starts its process. */
    public Request open(NewRequest asked) {
        CurrentUser user = session.user();
        String province = directory
                .provinceOf(asked.schoolId())
                .map(SchoolDirectory.Unit::id)
                .orElse(null);
        Request request =
                requests.saveAndFlush(new Request(asked, province, write(asked.details()), user, clock.instant()));
        keep(request, asked.evidence());
        log(request, "asked", asked.reason());
        processes.start(asked.process(), request.id(), asked.way());
        return request;
    }

    /**
     * Locks a request until the transaction ends. Whoever needs its record's lock too takes that first.
     *
     * @throws Refused when there is no such request
     */
    public Request lock(String id) {
        return requests.lock(id).orElseThrow(() -> Refused.notFound("request.unknown"));
    }

    /**
     * Locks the record of a request, then the request, as {@link #lock}: read only after that, so that of two who decide at once the second sees what the first
     * did.
     */
    public Request lockWithRecord(String id) {
        requests.recordOf(id).ifPresent(records::lock);
        return lock(id);
    }

    /** @throws Refused when there is no such request */
    public Request get(String id) {
        return requests.findById(id).orElseThrow(() -> Refused.notFound("request.unknown"));
    }

    /**
     * Decides at the step where a request waits.
     *
     * @param step at which the current user decides
     * @param decision the word that the gateway after it asks for
     * @param reason null where none was given
     * @throws Refused when it waits elsewhere, or not for the current user
     */
    public void decide(Request request, String step, String decision, String reason, List<Evidence> evidence) {
        if (request.state() != RequestState.OPEN || !step.equals(request.step()) || request.taskId() == null) {
            throw Refused.notNow("request.no-longer-waits");
        }
        CurrentUser user = access.at(request.waitsUnitId(), request.waitsRole());
        decisions.save(
                new RequestDecision(request.id(), step, decision, emptyToNull(reason), named(user), clock.instant()));
        keep(request, evidence);
        log(request, step + "." + decision, reason);
        processes.decide(request.taskId(), decision);
    }

    /**
     * Takes a request back: its process undoes what has to be undone.
     *
     * @param why in words that who asked will read
     * @throws Refused when it has gone too far for that
     */
    public void cancel(Request request, String why) {
        String by = session.find().map(Requests::named).orElse("");
        decisions.save(new RequestDecision(
                request.id(), request.step() == null ? "" : request.step(), "CANCELLED", why, by, clock.instant()));
        log(request, "cancelled", why);
        if (request.state() != RequestState.OPEN || !processes.tell(CANCEL, request.id())) {
            throw Refused.notNow("request.no-longer-waits");
        }
    }

    /** @return whether the process of the request was waiting for the message */
    public boolean tell(Request request, String message) {
        return processes.tell(message, request.id());
    }

    /** The open request of a kind on a record. */
    public Optional<Request> openOf(String recordId, String kind) {
        return requests.open(List.of(recordId)).stream()
                .filter(request -> request.kind().equals(kind))
                .findFirst();
    }

    /** Every open request on these records. */
    public List<Request> openOf(Collection<String> recordIds) {
        return recordIds.isEmpty() ? List.of() : requests.open(recordIds);
    }

    /** Every request on a record, oldest first. */
    public List<Request> ofRecord(String recordId) {
        return requests.ofRecord(recordId);
    }

    /** How many requests of a kind on a record came to what was asked for. */
    public int done(String recordId, String kind) {
        return (int) ofRecord(recordId).stream()
                .filter(request -> request.kind().equals(kind) && request.state() == RequestState.DONE)
                .count();
    }

    /** What the kind wrote beside the request. */
    public Map<String, String> details(Request request) {
        try {
            return json.readValue(request.details(), new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("request " + request.id() + " holds no details", e);
        }
    }

    /** The files that came with a request and its decisions, oldest first. */
    public List<Evidence> files(Request request) {
        return files.findByRequestIdOrderByAtAscIdAsc(request.id()).stream()
                .map(file -> new Evidence(file.name, file.content))
                .toList();
    }

    /** Adds to what the kind wrote. */
    public void addDetails(Request request, Map<String, String> more) {
        Map<String, String> details = new LinkedHashMap<>(details(request));
        details.putAll(more);
        request.setDetails(write(details));
    }

    /** A record that came to this database with the request belongs to it from now on. */
    public void belongsTo(Request request, String recordId) {
        request.belongsTo(recordId);
    }

    /** Name and title, as decisions are signed. */
    public static String named(CurrentUser user) {
        return user.title().isBlank() ? user.displayName() : user.displayName() + " (" + user.title() + ")";
    }

    void end(Request request, RequestState how) {
        String why = decisions.findByRequestIdOrderByAtAscIdAsc(request.id()).stream()
                .reduce((first, second) -> second)
                .map(last -> last.reason)
                .filter(reason -> how != RequestState.EXPIRED)
                .orElse(null);
        request.end(
                how,
                why == null || why.length() <= OUTCOME_LENGTH ? why : why.substring(0, OUTCOME_LENGTH),
                clock.instant());
        log(request, "ended." + how, why);
    }

    private void keep(Request request, List<Evidence> evidence) {
        String by = named(session.user());
        evidence.forEach(file -> files.save(new RequestFile(request.id(), file, by, clock.instant())));
    }

    private void log(Request request, String what, String detail) {
        String subject = request.yearRecordId() == null ? request.id() : request.yearRecordId();
        audit.append(subject, "request." + request.kind() + "." + what, emptyToNull(detail));
    }

    private static String emptyToNull(String words) {
        return words == null || words.isBlank() ? null : words;
    }

    private String write(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details are plain words", e);
        }
    }
}
