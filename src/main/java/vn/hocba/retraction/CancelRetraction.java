package vn.hocba.retraction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.request.CancelRequest;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.school.SchoolDirectory;

/** Who asked takes it back, as long as nobody has decided. */
@Component
class CancelRetraction extends CancelRequest<RetractionDetails> {

    private final SchoolDirectory directory;

    CancelRetraction(RequestMoves moves, SchoolDirectory directory) {
        super(RetractionRequest.TYPE, Set.of(RetractionRequest.DECIDE, RetractionRequest.ORDER), moves);
        this.directory = directory;
    }

    /** Who prepared it at the Sở does not work at the school. */
    @Override
    public boolean isFor(CurrentUser who, Request request, RetractionDetails details) {
        return request.wasAskedBy(who)
                || request.askedBy().equals(who.username())
                        && Right.PROPOSE_RETRACTION.reaches(
                                who, directory.unit(request.schoolId()).path());
    }
}
