package vn.hocba.signing;

import vn.hocba.signing.session.ConsentProvider;
import vn.hocba.signing.session.Consents;
import vn.hocba.signing.session.StoredSession.State;
import vn.hocba.signing.session.StoredSessions;

/** A session whose holder confirms elsewhere: all of it lies in the database, and any node goes on with it. */
final class ConsentSession extends CertifiedSession {

    private final ConsentProvider provider;
    private final StoredSessions sessions;
    private final Consents consents;
    private final boolean preparing;
    private String id;

    /** One that begins. */
    ConsentSession(Signer signer, ConsentProvider provider, StoredSessions sessions, Consents consents) {
        this(signer, provider, sessions, consents, null, true);
    }

    /** One that goes on. */
    ConsentSession(
            Signer signer,
            ConsentProvider provider,
            StoredSessions sessions,
            Consents consents,
            String id,
            boolean preparing) {
        super(signer);
        this.provider = provider;
        this.sessions = sessions;
        this.consents = consents;
        this.id = id;
        this.preparing = preparing;
    }

    Id id() {
        return new Id(id);
    }

    @Override
    public boolean holdsKey() {
        return false;
    }

    @Override
    public boolean isPreparing() {
        return preparing;
    }

    @Override
    public void keep(String batchId) {
        sessions.add(batchId, signer().holder(), serial(), signer().provider(), State.PREPARING);
        id = batchId;
    }

    @Override
    public boolean ask() {
        return consents.ask(id, provider, signer().certificate());
    }

    @Override
    public void end() {
        sessions.remove(id);
    }

    @Override
    public void close() {
        // Nothing of it lies in this process.
    }
}
