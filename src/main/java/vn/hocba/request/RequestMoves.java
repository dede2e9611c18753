package vn.hocba.request;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.Session;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.Texts;
import vn.hocba.shared.UnitId;
import vn.hocba.workflow.RequestProcesses;

/** Begins requests, decides them, takes them back and ends them, in the transaction of the use case. Who may ask, the actions decide; who decides, the step says. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RequestMoves {

    /** The message that takes a request back, in every process of them. */
    private static final String CANCEL = "hocba.cancel";

    private static final int OUTCOME_LENGTH = 1000;

    private final RequestRepository requests;
    private final RequestPapers papers;
    private final RequestProcesses processes;
    private final SchoolDirectory directory;
    private final Access access;
    private final Session session;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestMoves(
            RequestRepository requests,
            RequestPapers papers,
            RequestProcesses processes,
            SchoolDirectory directory,
            Access access,
            Session session,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.papers = papers;
        this.processes = processes;
        this.directory = directory;
        this.access = access;
        this.session = session;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps a request of the current user and starts its process. */
    public Request open(NewRequest<?> asked) {
        Request request = begin(asked, Request.Asker.of(session.user()));
        papers.keep(request, asked.evidence());
        return request;
    }

    private Request begin(NewRequest<?> asked, Request.Asker by) {
        String province = directory
                .provinceOf(asked.schoolId().value())
                .map(SchoolDirectory.Unit::id)
                .orElse(null);
        Request request = requests.saveAndFlush(new Request(asked, province, by, clock.instant()));
        papers.log(request, "asked", asked.reason());
        processes.start(asked.type().process(), request.id(), asked.way());
        return request;
    }

    /**
     * Keeps a request of somebody who is no user, and starts its process.
     *
     * @param name of who asks
     */
    public <D> Request openForVisitor(RequestType<D> type, YearRecord record, D details, String reason, String name) {
        return begin(
                new NewRequest<>(
                        type, "", subject(record), new SchoolId(record.schoolId()), null, details, reason, List.of()),
                Request.Asker.visitor(name));
    }

    /**
     * The same for a record of this database.
     *
     * @param input its reason and its files
     * @return the request's id; the other parameters as in {@link NewRequest}
     */
    public <D> String open(
            RequestType<D> type,
            String way,
            YearRecord record,
            SchoolId schoolId,
            UnitId otherUnitId,
            D details,
            Input input) {
        return open(new NewRequest<>(
                        type,
                        way,
                        subject(record),
                        schoolId,
                        otherUnitId,
                        details,
                        input.text("reason"),
                        input.evidence()))
                .id();
    }

    private NewRequest.Subject subject(YearRecord record) {
        return new NewRequest.Subject(
                record.id(),
                directory.pupil(record.pupilId()).fullName(),
                directory.classById(record.classId()).name(),
                record.schoolYear());
    }

    /** Keeps what the current user says of a request, for whoever decides; it moves nothing. */
    public void remark(Request request, String words) {
        papers.decided(request, request.step(), "REMARK", words);
        papers.log(request, "remark", words);
    }

    /**
     * Keeps that the current user has done something without which it is not decided; it moves nothing.
     *
     * @param what one of the words for decisions
     */
    public void noted(Request request, String what) {
        papers.decided(request, request.step(), what, null);
        papers.log(request, request.step() + "." + what, null);
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
        if (!request.waitsFor(access.current())) {
            throw Refused.notAllowed("request.not-yours");
        }
        papers.decided(request, step, decision, reason);
        papers.keep(request, evidence);
        papers.log(request, step + "." + decision, reason);
        processes.decide(request.taskId(), decision);
    }

    /**
     * Decides at a step for whoever it waits for; the caller has decided that the current user may.
     *
     * @return whether it was waiting there; nothing is done where it was not
     */
    public boolean settle(Request request, String step, String decision, String reason) {
        if (request.state() != RequestState.OPEN || !step.equals(request.step()) || request.taskId() == null) {
            return false;
        }
        papers.decided(request, step, decision, reason);
        papers.log(request, step + "." + decision, reason);
        processes.decide(request.taskId(), decision);
        return true;
    }

    /**
     * Takes a request back: its process undoes what has to be undone.
     *
     * @param why in words that who asked will read
     * @throws Refused when it has gone too far for that
     */
    public void cancel(Request request, String why) {
        papers.decided(request, request.step() == null ? "" : request.step(), "CANCELLED", why);
        papers.log(request, "cancelled", why);
        if (request.state() != RequestState.OPEN || !processes.tell(CANCEL, request.id())) {
            throw Refused.notNow("request.no-longer-waits");
        }
    }

    /** @return whether the process of the request was waiting for the message */
    public boolean tell(Request request, String message) {
        return processes.tell(message, request.id());
    }

    void end(Request request, RequestState how) {
        String why = how == RequestState.EXPIRED
                ? Texts.vi("request.expired")
                : papers.lastReason(request).orElse(null);
        request.end(
                how,
                why == null || why.length() <= OUTCOME_LENGTH ? why : why.substring(0, OUTCOME_LENGTH),
                clock.instant());
        papers.log(request, "ended." + how, why);
        events.publishEvent(new RequestEnded(request.kind(), request.yearRecordId(), how));
    }
}
