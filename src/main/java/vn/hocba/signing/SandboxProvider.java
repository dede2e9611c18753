package vn.hocba.signing;

import eu.europa.esig.dss.spi.DSSSecurityProvider;
import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.PinProvider;

/** Signs with keys in our own database, opened by a PIN. No legal value. */
@Component
class SandboxProvider implements PinProvider {

    static final String NAME = "sandbox";

    private final CertificateRepository certificates;
    private final SandboxKeyRepository keys;
    private final PinAttempts attempts;
    private final InstallationSecret secret;
    private final SigningPolicy policy;

    SandboxProvider(
            CertificateRepository certificates,
            SandboxKeyRepository keys,
            PinAttempts attempts,
            InstallationSecret secret,
            SigningPolicy policy) {
        this.certificates = certificates;
        this.keys = keys;
        this.attempts = attempts;
        this.secret = secret;
        this.policy = policy;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OpenKey open(X509Certificate certificate, char[] pin) {
        SandboxKey key = certificates
                .findBySerial(Certificate.serialOf(certificate.getSerialNumber()))
                .flatMap(row -> keys.findByCertificateId(row.id()))
                .orElseThrow(() -> Refused.notNow("signing.no-sandbox-key"));
        int left = attempts.take(key.id());
        char[] password = password(pin);
        PrivateKey opened = KeyEncryption.decrypt(key.pkcs8, password).orElse(null);
        Arrays.fill(password, '\0');
        if (opened == null) {
            throw left > 0
                    ? Refused.invalid("signing.pin-wrong", left)
                    : Refused.invalid(
                            "signing.pin-wrong-locked", policy.pinLock().toMinutes());
        }
        attempts.reset(key.id());
        return new DecryptedKey(opened);
    }

    byte[] encrypt(PrivateKey key, char[] pin) {
        char[] password = password(pin);
        byte[] encrypted = KeyEncryption.encrypt(key, password, policy.keyRounds());
        Arrays.fill(password, '\0');
        return encrypted;
    }

    /** The PIN alone has too few digits to protect a copy of the database. */
    private char[] password(char[] pin) {
        char[] installation = secret.required();
        return CharBuffer.allocate(pin.length + 1 + installation.length)
                .put(pin)
                .put(':')
                .put(installation)
                .array();
    }

    private static final class DecryptedKey implements OpenKey {

        private volatile PrivateKey key;

        DecryptedKey(PrivateKey key) {
            this.key = key;
        }

        @Override
        public byte[] sign(byte[] data) {
            PrivateKey open = key;
            if (open == null) {
                throw Refused.notNow("signing.key-closed");
            }
            try {
                Signature signature = Signature.getInstance(
                        CertificateMaker.SIGNATURE_ALGORITHM, DSSSecurityProvider.getSecurityProvider());
                signature.initSign(open);
                signature.update(data);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the sandbox key cannot sign", e);
            }
        }

        @Override
        public void close() {
            key = null;
        }
    }
}
