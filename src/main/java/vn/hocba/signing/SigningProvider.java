package vn.hocba.signing;

import java.util.List;
import vn.hocba.shared.Refused;

/**
 * A way to sign. The sandbox holds keys itself; a remote service (CSC API v2) or the agent of a token on the signer's machine only ever sees what is to be
 * signed, and asks its owner to confirm. For such ways the second phase makes the {@link XadesDraft} anew.
 */
interface SigningProvider {

    /**
     * Makes a certificate's key ready.
     *
     * @throws Refused when the PIN is wrong, the key locked, or the holder did not confirm
     */
    Signer unlock(Certificate certificate, char[] pin);

    /** A key that is ready to sign. */
    interface Signer extends AutoCloseable {

        /** Signs many at once, with one confirmation of the holder where the way asks for one; ECDSA and RSA with SHA-256. */
        List<byte[]> sign(List<byte[]> dataToSign);

        @Override
        void close();
    }
}
