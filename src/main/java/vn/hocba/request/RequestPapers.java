package vn.hocba.request;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;

/** What was said about a request, by whom and with which files; every word of it goes into the log. */
@Component
class RequestPapers {

    private final RequestDecisionRepository decisions;
    private final RequestFileRepository files;
    private final Session session;
    private final AuditLog audit;
    private final Clock clock;

    RequestPapers(
            RequestDecisionRepository decisions,
            RequestFileRepository files,
            Session session,
            AuditLog audit,
            Clock clock) {
        this.decisions = decisions;
        this.files = files;
        this.session = session;
        this.audit = audit;
        this.clock = clock;
    }

    /** Name and title, as decisions are signed. */
    static String named(CurrentUser user) {
        return user.title().isBlank() ? user.displayName() : user.displayName() + " (" + user.title() + ")";
    }

    /** Keeps a decision of the current user, or of nobody where the system decides. */
    void decided(Request request, String step, String decision, String reason) {
        String by = session.find().map(RequestPapers::named).orElse("");
        decisions.save(new RequestDecision(request.id(), step, decision, emptyToNull(reason), by, clock.instant()));
    }

    /** Keeps files that the current user added. */
    void keep(Request request, List<Evidence> evidence) {
        String by = named(session.user());
        evidence.forEach(file -> files.save(new RequestFile(request.id(), file, by, clock.instant())));
    }

    void log(Request request, String what, String detail) {
        audit.append(subject(request), "request." + request.kind() + "." + what, emptyToNull(detail));
    }

    void logRead(Request request, RequestFile file) {
        audit.appendRead(subject(request), "request.file-read", file.name);
    }

    /** Oldest first. */
    List<RequestDecision> decisions(Request request) {
        return decisions.findByRequestIdOrderByAtAscIdAsc(request.id());
    }

    /** Why the last decision was taken. */
    Optional<String> lastReason(Request request) {
        return decisions(request).stream().reduce((first, second) -> second).map(last -> last.reason);
    }

    /** Oldest first. */
    List<RequestFile> files(Request request) {
        return files.findByRequestIdOrderByAtAscIdAsc(request.id());
    }

    Optional<RequestFile> file(String id) {
        return files.findById(id);
    }

    private static String subject(Request request) {
        return request.yearRecordId() == null ? request.id() : request.yearRecordId();
    }

    private static String emptyToNull(String words) {
        return words == null || words.isBlank() ? null : words;
    }
}
