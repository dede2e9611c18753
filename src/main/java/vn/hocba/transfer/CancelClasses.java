package vn.hocba.transfer;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.request.CancelRequest;
import vn.hocba.request.RequestMoves;

/** Who asked takes it back before the answer. */
@Component
class CancelClasses extends CancelRequest<ClassesDetails> {

    CancelClasses(RequestMoves moves) {
        super(ClassesRequest.TYPE, Set.of(ClassesRequest.ACCEPT), moves);
    }
}
