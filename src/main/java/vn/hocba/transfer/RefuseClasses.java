package vn.hocba.transfer;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.RefuseRequest;
import vn.hocba.request.RequestMoves;

/** The receiving principal does not take the classes in. */
@Component
class RefuseClasses extends RefuseRequest<ClassesDetails> {

    RefuseClasses(RequestMoves moves) {
        super(ClassesRequest.TYPE, Right.DECIDE_TRANSFER, Set.of(ClassesRequest.ACCEPT), moves);
    }
}
