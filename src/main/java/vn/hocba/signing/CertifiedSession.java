package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.hocba.signing.session.SigningSession;

/** A session that knows whose certificate signs. */
abstract class CertifiedSession implements SigningSession {

    private final Signer signer;

    CertifiedSession(Signer signer) {
        this.signer = signer;
    }

    /** @throws IllegalArgumentException when it was not opened here */
    static CertifiedSession of(SigningSession session) {
        if (session instanceof CertifiedSession certified) {
            return certified;
        }
        throw new IllegalArgumentException("a session that was not opened here");
    }

    Signer signer() {
        return signer;
    }

    boolean isSeal() {
        return signer.ownerKind() == OwnerKind.ORGANISATION;
    }

    /** The holder's certificate first, without the root. */
    List<X509Certificate> chain() {
        return signer.chain();
    }

    @Override
    public String serial() {
        return Certificate.serialOf(chain().get(0).getSerialNumber());
    }

    @Override
    public String identifier() {
        return signer.identifier();
    }
}
