package vn.hocba.supplement;

import java.util.Optional;
import java.util.Set;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.request.Offer;
import vn.hocba.request.Request;
import vn.hocba.request.RequestType;
import vn.hocba.request.SigningAction;
import vn.hocba.shared.Refused;

/** One of the four signatures on the document, in their order: person, seal, person, certificate. Who signed personally does not seal (NĐ 30/2020 Điều 32), at the Sở where it wants two. */
abstract class SignsSupplement implements SigningAction<SupplementDetails> {

    private final String name;
    private final Right right;
    private final String step;
    private final Session session;

    SignsSupplement(String name, Right right, String step, Session session) {
        this.name = name;
        this.right = right;
        this.step = step;
        this.session = session;
    }

    /** User name of who must not do it as well; null where nobody is barred. */
    String barred(Request request, SupplementDetails details) {
        return null;
    }

    /** What that person is told. */
    String ownSignature() {
        return "supplement.own-signature";
    }

    final CurrentUser user() {
        return session.user();
    }

    @Override
    public final String name() {
        return type().action(name);
    }

    @Override
    public final Right right() {
        return right;
    }

    @Override
    public final RequestType<SupplementDetails> type() {
        return SupplementRequest.TYPE;
    }

    @Override
    public final Set<String> steps() {
        return Set.of(step);
    }

    @Override
    public final Offer offer(Request request, SupplementDetails details) {
        return Offer.possible(name(), null)
                .signing()
                .unless(
                        user().username().equals(barred(request, details))
                                ? Optional.of(Refused.notAllowed(ownSignature()))
                                : Optional.empty());
    }
}
