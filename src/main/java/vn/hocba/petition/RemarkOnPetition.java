package vn.hocba.petition;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestAction;
import vn.hocba.request.RequestMoves;
import vn.hocba.request.RequestType;

/** The homeroom teacher, who knows the pupil, says what is right of it; the clerk reads that and answers. */
@Component
class RemarkOnPetition implements RequestAction<PetitionDetails> {

    private final PetitionRequest petitions;
    private final RequestMoves moves;

    RemarkOnPetition(PetitionRequest petitions, RequestMoves moves) {
        this.petitions = petitions;
        this.moves = moves;
    }

    @Override
    public String name() {
        return type().action("remark");
    }

    @Override
    public Right right() {
        return Right.REMARK_ON_PETITION;
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
    public boolean isFor(CurrentUser who, Request request, PetitionDetails details) {
        return petitions.concerns(request, who);
    }

    @Override
    public Offer offer(Request request, PetitionDetails details) {
        return Offer.possible(name(), "petition-remark");
    }

    @Override
    public void take(Request request, PetitionDetails details, Input input) {
        moves.remark(request, input.text("reason"));
    }
}
