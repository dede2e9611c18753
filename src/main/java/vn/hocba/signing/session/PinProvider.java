package vn.hocba.signing.session;

import java.security.cert.X509Certificate;

/** A way to sign whose key opens here by a PIN; from then on it signs at once, without asking anybody. */
public non-sealed interface PinProvider extends SigningProvider {

    /**
     * Opens a certificate's key, outside of any transaction of the caller that matters: a wrong PIN has to count even when the caller rolls back.
     *
     * @param pin cleared by the caller
     * @throws vn.hocba.shared.Refused when the PIN is wrong, or the key locked
     */
    OpenKey open(X509Certificate certificate, char[] pin);

    /** A key that signs, until it is closed. Several threads may use it. */
    interface OpenKey extends AutoCloseable {

        /**
         * Signs with SHA-256.
         *
         * @return ECDSA in DER, RSA (PKCS #1) as it is
         */
        byte[] sign(byte[] data);

        @Override
        void close();
    }
}
