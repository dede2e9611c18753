package vn.hocba.petition;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.RefuseRequest;
import vn.hocba.request.RequestMoves;

/** The school says why it does not do what was asked. */
@Component
class RefusePetition extends RefuseRequest<PetitionDetails> {

    RefusePetition(RequestMoves moves) {
        super(PetitionRequest.TYPE, Right.ANSWER_PETITION, Set.of(PetitionRequest.ANSWER, PetitionRequest.LATE), moves);
    }
}
