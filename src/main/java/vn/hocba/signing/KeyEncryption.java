package vn.hocba.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * PKCS#8 under a password: PBES2 with PBKDF2, HMAC-SHA-256 and AES-256 (RFC 8018). The JDK computes, three times as fast as Bouncy Castle; the latter writes
 * the envelope, which the JDK 17 cannot.
 */
final class KeyEncryption {

    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyEncryption() {}

    static byte[] encrypt(PrivateKey key, char[] password, int rounds) {
        PBKDF2Params derivation = new PBKDF2Params(
                random(),
                rounds,
                KEY_BYTES,
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE));
        byte[] vector = random();
        PBES2Parameters parameters = new PBES2Parameters(
                new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation),
                new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector)));
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, parameters, password).doFinal(key.getEncoded());
            return new EncryptedPrivateKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters), encrypted)
                    .getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the platform has PBKDF2 and AES-256", e);
        }
    }

    /** The key, one of an elliptic curve; empty when the password is wrong. */
    static Optional<PrivateKey> decrypt(byte[] encrypted, char[] password) {
        EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(encrypted);
        PBES2Parameters parameters =
                PBES2Parameters.getInstance(info.getEncryptionAlgorithm().getParameters());
        try {
            byte[] key = cipher(Cipher.DECRYPT_MODE, parameters, password).doFinal(info.getEncryptedData());
            return Optional.of(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (BadPaddingException | IllegalBlockSizeException | InvalidKeySpecException wrongPassword) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has PBKDF2 and AES-256", e);
        }
    }

    private static Cipher cipher(int mode, PBES2Parameters parameters, char[] password)
            throws GeneralSecurityException {
        PBKDF2Params derivation =
                PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters());
        byte[] vector = ASN1OctetString.getInstance(
                        parameters.getEncryptionScheme().getParameters())
                .getOctets();
        PBEKeySpec spec = new PBEKeySpec(
                password, derivation.getSalt(), derivation.getIterationCount().intValueExact(), KEY_BYTES * Byte.SIZE);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
        return cipher;
    }

    private static byte[] random() {
        byte[] bytes = new byte[BLOCK_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
