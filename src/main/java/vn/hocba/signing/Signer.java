package vn.hocba.signing;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.hocba.signing.session.KeyHolder;

/**
 * Whose certificate signs, and by which provider.
 *
 * @param identifier CCCD or MST in the certificate; may be empty
 * @param chain the holder's certificate first, without the root
 */
record Signer(KeyHolder holder, OwnerKind ownerKind, String identifier, String provider, List<X509Certificate> chain) {

    Signer {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }
}
