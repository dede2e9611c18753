package vn.hocba.request;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;

/** Whether a request is overdue, at a unit below that of somebody who may end it then. */
@Component
public class Overdue {

    private final SchoolDirectory directory;
    private final Clock clock;

    Overdue(SchoolDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    boolean isBelow(CurrentUser who, Request request) {
        return request.isOverdue(clock.instant())
                && Right.END_OVERDUE_REQUESTS.reaches(
                        who, directory.unit(request.schoolId()).path());
    }
}
