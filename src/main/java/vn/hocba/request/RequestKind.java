package vn.hocba.request;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;

/**
 * One kind of request: who has to act at which step, and what is shown of it. What may be done about it are its {@link Action}s.
 *
 * @param <D> what is kept beside its requests
 */
public interface RequestKind<D> {

    /** What tells its requests from others. */
    RequestType<D> type();

    /** What the request asks for beyond its reason, as name and value in words, in order. */
    default Map<String, String> facts(Request request, D details) {
        return Map.of();
    }

    /** Whether the current user, who reads this request, may open its record too. */
    default boolean mayOpenRecord(Request request) {
        return request.yearRecordId() != null;
    }

    /** Whether it is the business of a person for whom it does not wait, and who did not ask: who may read it then. */
    default boolean concerns(Request request, CurrentUser who) {
        return false;
    }

    /** The ids of open requests that stand in the list of what waits for a person although they do not wait for the role. */
    default Set<String> concerning(CurrentUser who) {
        return Set.of();
    }

    /** Where the person works who has to act at a step of this request. */
    default String unitOf(Request request, D details, String step) {
        return request.schoolId();
    }

    /** When the request ends at the latest because what it is about does, as at the freeze: an answer is not due later. Empty where nothing says so. */
    default Optional<Instant> until(Request request, String step) {
        return Optional.empty();
    }

    /** Who has to act at a step. */
    Role roleOf(String step);
}
