package vn.hocba.signing;

import vn.hocba.shared.Refused;
import vn.hocba.signing.session.PinProvider.OpenKey;
import vn.hocba.signing.session.SigningSession;
import vn.hocba.signing.session.StoredSession.State;
import vn.hocba.signing.session.StoredSessions;

/** A session whose key was opened by a PIN: what is prepared is signed in the same breath, so that no drafts are kept. */
final class HeldKey extends CertifiedSession {

    private final OpenKey key;
    private final StoredSessions sessions;
    private String id;
    private volatile boolean closed;

    HeldKey(Signer signer, OpenKey key, StoredSessions sessions, String id) {
        super(signer);
        this.key = key;
        this.sessions = sessions;
        this.id = id;
    }

    /** @throws Refused when the key was closed, or is not in this process */
    static HeldKey of(SigningSession session) {
        if (!(CertifiedSession.of(session) instanceof HeldKey held)) {
            throw Refused.notNow("signing.needs-pin");
        }
        if (held.closed) {
            throw Refused.notNow("signing.key-closed");
        }
        return held;
    }

    byte[] sign(byte[] data) {
        return key.sign(data);
    }

    @Override
    public boolean holdsKey() {
        return true;
    }

    @Override
    public boolean isPreparing() {
        return false;
    }

    @Override
    public void keep(String batchId) {
        sessions.add(batchId, signer().holder(), serial(), signer().provider(), State.OPEN);
        id = batchId;
    }

    @Override
    public boolean ask() {
        throw new IllegalStateException("the holder has confirmed by PIN");
    }

    @Override
    public void end() {
        if (id != null) {
            sessions.remove(id);
        }
    }

    @Override
    public void close() {
        closed = true;
        key.close();
    }
}
