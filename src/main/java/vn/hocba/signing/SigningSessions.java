package vn.hocba.signing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.ConsentProvider;
import vn.hocba.signing.session.Consents;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.PinProvider;
import vn.hocba.signing.session.Providers;
import vn.hocba.signing.session.SigningProvider;
import vn.hocba.signing.session.SigningSession;
import vn.hocba.signing.session.StoredSession;
import vn.hocba.signing.session.StoredSession.State;
import vn.hocba.signing.session.StoredSessions;

/** Opens sessions of signing, and says which confirmation is missing. No PIN is kept. */
@Service
public class SigningSessions {

    private final HolderCertificates certificates;
    private final Providers providers;
    private final StoredSessions sessions;
    private final Consents consents;

    SigningSessions(HolderCertificates certificates, Providers providers, StoredSessions sessions, Consents consents) {
        this.certificates = certificates;
        this.providers = providers;
        this.sessions = sessions;
        this.consents = consents;
    }

    /** What somebody is asked who wants to sign with this certificate; where none can be used, the reason comes with {@link #open}. */
    public Confirmation asks(KeyHolder holder) {
        return certificates
                .providerOf(holder)
                .map(providers::of)
                .filter(ConsentProvider.class::isInstance)
                .<Confirmation>map(provider -> new Confirmation.Later(((ConsentProvider) provider).label()))
                .orElseGet(Confirmation.Pin::new);
    }

    /**
     * Opens a session for the current user.
     *
     * @param entered cleared by this
     * @throws Refused when there is no valid certificate, it is not theirs, or the PIN is wrong or locked
     */
    public SigningSession open(KeyHolder holder, Entered entered) {
        try (entered) {
            Signer signer = certificates.of(holder);
            SigningProvider provider = providers.of(signer.provider());
            if (provider instanceof ConsentProvider consent) {
                return new ConsentSession(signer, consent, sessions, consents);
            }
            return new HeldKey(signer, entered.open((PinProvider) provider, signer.certificate()), sessions, null);
        }
    }

    /**
     * Opens the key of a stored session again, whose process has lost it.
     *
     * @param entered cleared by this
     * @throws Refused as {@link #open}; also when the confirmation has to come from elsewhere
     */
    public SigningSession again(String id, Entered entered) {
        try (entered) {
            StoredSession stored = sessions.find(id)
                    .filter(session -> session.state() == State.OPEN)
                    .orElseThrow(() -> Refused.notNow("signing.nothing-to-enter"));
            Signer signer = certificates.of(stored.holder());
            if (!(providers.of(signer.provider()) instanceof PinProvider provider)) {
                throw Refused.notNow("signing.needs-pin");
            }
            return new HeldKey(signer, entered.open(provider, signer.certificate()), sessions, id);
        }
    }

    /**
     * A stored session that goes on without its holder; empty where there is none, or a confirmation is missing. One that was being prepared is prepared from the
     * beginning. Only for the node that has its batch.
     *
     * @throws Refused when its certificate is not its holder's any more
     */
    public Optional<SigningSession> goingOn(String id) {
        return sessions.find(id).filter(this::goesOn).map(this::goOn);
    }

    private SigningSession goOn(StoredSession session) {
        boolean preparing = session.state() == State.PREPARING;
        if (preparing) {
            sessions.forgetDrafts(session.id());
        }
        return new ConsentSession(
                certificates.again(session.holder(), session.serial()),
                (ConsentProvider) providers.of(session.provider()),
                sessions,
                consents,
                session.id(),
                preparing);
    }

    /** Whether there is a stored session that does not go on without its holder, or at all. */
    public boolean isWaiting(String id) {
        return sessions.find(id).filter(session -> !goesOn(session)).isPresent();
    }

    private boolean goesOn(StoredSession session) {
        boolean ready = session.state() == State.PREPARING || session.state() == State.ANSWERED;
        return ready && providers.has(session.provider());
    }

    /** The confirmations that these sessions wait for, of those that wait for one; one statement. */
    public Map<String, Confirmation> missing(Collection<String> ids) {
        Map<String, Confirmation> missing = new HashMap<>();
        for (StoredSession session : sessions.of(ids)) {
            if (session.state() == State.OPEN) {
                missing.put(session.id(), new Confirmation.Pin());
            } else if (session.state() == State.ASKED) {
                missing.put(session.id(), session.confirmation());
            }
        }
        return missing;
    }

    /**
     * A session whose holder had to confirm elsewhere.
     *
     * @param asked whether the holder has yet to answer
     * @param refusal why nothing will come of it; null unless so
     */
    public record Elsewhere(String id, boolean asked, String refusal) {}

    /** Looks for answers, and says how every session stands whose holder confirms elsewhere. Outside of transactions. */
    public List<Elsewhere> look() {
        consents.look();
        List<Elsewhere> all = new ArrayList<>();
        for (StoredSession session : sessions.elsewhere()) {
            all.add(new Elsewhere(session.id(), session.state() == State.ASKED, session.reason()));
        }
        return all;
    }

    /** Forgets a stored session whose batch is at its end. */
    public void end(String id) {
        sessions.remove(id);
    }
}
