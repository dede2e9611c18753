package vn.hocba.signing;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** PKCS#8 under a password: PBKDF2 with HMAC-SHA-256, AES-256 (RFC 8018). */
final class KeyEncryption {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private KeyEncryption() {}

    static byte[] encrypt(PrivateKey key, char[] password, int rounds) {
        try {
            var encryptor = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256))
                    .setIterationCount(rounds)
                    .setProvider(PROVIDER)
                    .build(password);
            return new JcaPKCS8EncryptedPrivateKeyInfoBuilder(key)
                    .build(encryptor)
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("the platform has PBKDF2 and AES-256", e);
        }
    }

    /** The key; empty when the password is wrong. */
    static Optional<PrivateKey> decrypt(byte[] encrypted, char[] password) {
        try {
            var decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                    .setProvider(PROVIDER)
                    .build(password);
            var info = new PKCS8EncryptedPrivateKeyInfo(encrypted).decryptPrivateKeyInfo(decryptor);
            return Optional.of(new JcaPEMKeyConverter().getPrivateKey(info));
        } catch (PKCSException | org.bouncycastle.openssl.PEMException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("the stored key is not readable", e);
        }
    }
}
