package vn.hocba.signing;

import eu.europa.esig.dss.spi.DSSSecurityProvider;
import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;

/** Signs with keys in our own database, opened by a PIN. No legal value. */
@Component
class SandboxProvider implements SigningProvider {

    private final SandboxKeyRepository keys;
    private final PinAttempts attempts;
    private final InstallationSecret secret;
    private final SigningPolicy policy;

    SandboxProvider(SandboxKeyRepository keys, PinAttempts attempts, InstallationSecret secret, SigningPolicy policy) {
        this.keys = keys;
        this.attempts = attempts;
        this.secret = secret;
        this.policy = policy;
    }

    @Override
    public Signer unlock(Certificate certificate, char[] pin) {
        SandboxKey key =
                keys.findByCertificateId(certificate.id()).orElseThrow(() -> Refused.notNow("signing.no-sandbox-key"));
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
        return new OpenKey(opened);
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

    private static final class OpenKey implements Signer {

        private PrivateKey key;

        OpenKey(PrivateKey key) {
            this.key = key;
        }

        @Override
        public List<byte[]> sign(List<byte[]> dataToSign) {
            if (key == null) {
                throw Refused.notNow("signing.key-closed");
            }
            List<byte[]> signatures = new ArrayList<>();
            try {
                Signature signature = Signature.getInstance(
                        CertificateMaker.SIGNATURE_ALGORITHM, DSSSecurityProvider.getSecurityProvider());
                for (byte[] data : dataToSign) {
                    signature.initSign(key);
                    signature.update(data);
                    signatures.add(signature.sign());
                }
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the sandbox key cannot sign", e);
            }
            return signatures;
        }

        @Override
        public void close() {
            key = null;
        }
    }
}
