package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SigningProvider.Signer;

/** An unlocked key that knows whose it is. */
final class HeldKey implements UnlockedKey {

    private final OwnerKind ownerKind;
    private final String identifier;
    private final List<X509Certificate> chain;
    private final Signer signer;
    private boolean closed;

    /** @param chain the holder's certificate first, without the root */
    HeldKey(OwnerKind ownerKind, String identifier, List<X509Certificate> chain, Signer signer) {
        this.ownerKind = ownerKind;
        this.identifier = identifier;
        this.chain = List.copyOf(chain);
        this.signer = signer;
    }

    /** @throws Refused when the key was closed */
    static HeldKey of(UnlockedKey key) {
        if (!(key instanceof HeldKey held)) {
            throw new IllegalArgumentException("a key that was not unlocked here");
        }
        if (held.closed) {
            throw Refused.notNow("signing.key-closed");
        }
        return held;
    }

    OwnerKind ownerKind() {
        return ownerKind;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    byte[] sign(byte[] dataToSign) {
        return signer.sign(List.of(dataToSign)).get(0);
    }

    @Override
    public String serial() {
        return Certificate.serialOf(chain.get(0).getSerialNumber());
    }

    @Override
    public String identifier() {
        return identifier;
    }

    @Override
    public void close() {
        closed = true;
        signer.close();
    }
}
