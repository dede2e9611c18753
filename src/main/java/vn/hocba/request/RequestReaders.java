package vn.hocba.request;

import org.springframework.stereotype.Component;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;

/** Who may know of a request. To everybody else one that is there is answered like one that is not: nobody finds out by asking. */
@Component
class RequestReaders {

    private final Access access;
    private final Kinds kinds;
    private final SchoolDirectory directory;

    RequestReaders(Access access, Kinds kinds, SchoolDirectory directory) {
        this.access = access;
        this.kinds = kinds;
        this.directory = directory;
    }

    CurrentUser user() {
        return access.current();
    }

    /** @throws Refused when the current user sees no requests at all */
    CurrentUser holding() {
        return access.holding(Right.READ_REQUESTS);
    }

    /** @throws Refused when the current user may not read the request, or may not even know of it */
    void demandRead(Request request) {
        if (reads(holding(), request)) {
            return;
        }
        demandKnown(request);
        throw Refused.notAllowed("request.not-yours");
    }

    /** Whether somebody who sees requests sees this one. */
    boolean reads(CurrentUser user, Request request) {
        return isOfficeOf(user, request) || isAbove(user, request) || isConcerned(user, request);
    }

    /** @throws Refused as where there is no such request, when the current user may not know that there is */
    void demandKnown(Request request) {
        CurrentUser user = user();
        if (!isAt(user, request) && !isAbove(user, request) && !isConcerned(user, request)) {
            throw Refused.notFound("request.unknown");
        }
    }

    /** @throws Refused as where there is no such record, when the current user works neither at its school nor above it */
    void demandKnown(YearRecord record) {
        CurrentUser user = user();
        if (!user.actsFor(record.schoolId())
                && !Right.READ_HANDED_IN.reaches(
                        user, directory.unit(record.schoolId()).path())) {
            throw Refused.notFound("record.unknown");
        }
    }

    private static boolean isOfficeOf(CurrentUser user, Request request) {
        return Right.READ_REQUESTS_OF_SCHOOL.isOf(user) && isAt(user, request);
    }

    private static boolean isAt(CurrentUser user, Request request) {
        return user.actsFor(request.schoolId()) || user.actsFor(request.otherUnitId());
    }

    private boolean isAbove(CurrentUser user, Request request) {
        return Right.READ_REQUESTS_OF_PROVINCE.reaches(
                user, directory.unit(request.schoolId()).path());
    }

    private boolean isConcerned(CurrentUser user, Request request) {
        return request.askedBy().equals(user.username()) || kinds.of(request).concerns(request, user);
    }
}
