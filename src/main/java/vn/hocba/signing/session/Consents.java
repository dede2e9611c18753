package vn.hocba.signing.session;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.shared.Unreachable;
import vn.hocba.signing.session.StoredSession.State;

/** Puts the question of a session to its provider, and looks for the answer. Never within a transaction: the other side takes its time. */
@Component
public class Consents {

    private static final Logger LOG = LoggerFactory.getLogger(Consents.class);

    private final Providers providers;
    private final StoredSessions sessions;
    private final Drafts drafts;
    private final Clock clock;

    Consents(Providers providers, StoredSessions sessions, Drafts drafts, Clock clock) {
        this.providers = providers;
        this.sessions = sessions;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Asks the holder to confirm all drafts of a session.
     *
     * @return false when there is none
     * @throws Refused when the provider does not take the question or cannot be reached
     */
    public boolean ask(String sessionId, ConsentProvider provider, X509Certificate certificate) {
        List<ConsentProvider.Hash> hashes = drafts.hashes(sessionId);
        if (hashes.isEmpty()) {
            return false;
        }
        try {
            sessions.asked(sessionId, provider.ask(sessionId, certificate, hashes));
        } catch (Unreachable unreachable) {
            LOG.warn("The provider {} could not be asked for session {}", provider.name(), sessionId, unreachable);
            throw Refused.notNow("signing.provider-unreachable", provider.label());
        }
        return true;
    }

    /** Looks once for the answers to all that was asked, on whatever node; an outage of one provider does not hold up the others. */
    public void look() {
        for (StoredSession session : sessions.elsewhere()) {
            if (session.state() == State.ASKED) {
                look(session);
            }
        }
    }

    private void look(StoredSession session) {
        boolean decided = false;
        try {
            decided = isDecided(session);
        } catch (RuntimeException failure) {
            LOG.warn("The provider {} gave no answer of use for session {}", session.provider(), session.id(), failure);
        }
        if (!decided && isOver(session.confirmation().until())) {
            sessions.turnedDown(session.id(), Texts.vi("signing.consent-expired"));
        }
    }

    private boolean isDecided(StoredSession session) {
        ConsentProvider.Answer answer =
                ((ConsentProvider) providers.of(session.provider())).answer(session.reference());
        if (answer instanceof ConsentProvider.Given given) {
            sessions.answered(session.id(), given);
            return true;
        }
        if (answer instanceof ConsentProvider.TurnedDown turnedDown) {
            sessions.turnedDown(session.id(), Texts.vi("signing.consent-turned-down", turnedDown.reason()));
            return true;
        }
        return false;
    }

    private boolean isOver(Instant until) {
        return clock.instant().isAfter(until);
    }
}
