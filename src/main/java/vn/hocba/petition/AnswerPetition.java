package vn.hocba.petition;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Right;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;

/** The school says what it has done, or will do: the parent reads it on the look-up page. */
@Component
class AnswerPetition implements RequestAction<PetitionDetails> {

    private final RequestMoves moves;

    AnswerPetition(RequestMoves moves) {
        this.moves = moves;
    }

    @Override
    public String name() {
        return type().action("answer");
    }

    @Override
    public Right right() {
        return Right.ANSWER_PETITION;
    }

    @Override
    public RequestType<PetitionDetails> type() {
        return PetitionRequest.TYPE;
    }

    @Override
    public Set<String> steps() {
        return Set.of(PetitionRequest.ANSWER, PetitionRequest.LATE);
    }

    @Override
    public Offer offer(Request request, PetitionDetails details) {
        return Offer.possible(name(), "petition-answer");
    }

    @Override
    public void take(Request request, PetitionDetails details, Input input) {
        moves.decide(request, request.step(), "ANSWERED", input.text("reason"), List.of());
    }
}
