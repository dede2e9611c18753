package vn.hocba.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Reads who a certificate names: Vietnamese authorities put «UID=CCCD:…» and «UID=MST:…» into the subject (domain §7.2). */
final class CertificateNames {

    static final String PERSON = "CCCD:";
    static final String ORGANISATION = "MST:";

    private CertificateNames() {}

    /** @throws IllegalArgumentException when the bytes are no certificate, or one that names nobody in readable form */
    static X509Certificate parse(byte[] encoded) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            // The JDK accepts names that nobody can read; whoever asks for one later is not prepared for that.
            subject(certificate);
            return certificate;
        } catch (CertificateException | IllegalStateException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    /** @throws IllegalStateException when the file cannot be read as a certificate */
    static X509Certificate read(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("not a certificate: " + file, e);
        }
    }

    static String subject(X509Certificate certificate) {
        return BCStyle.INSTANCE.toString(name(certificate));
    }

    static String commonName(X509Certificate certificate) {
        return values(certificate, BCStyle.CN).findFirst().orElse("");
    }

    /** The authority by its name, or by its whole subject where it has none. */
    static String issuer(X509Certificate certificate) {
        X500Name issuer =
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        return values(issuer, BCStyle.CN).findFirst().orElse(BCStyle.INSTANCE.toString(issuer));
    }

    /** The CCCD of the person; empty where the certificate names none. */
    static Optional<String> person(X509Certificate certificate) {
        return identifier(certificate, PERSON);
    }

    /** The MST of the organisation; a person's certificate may carry the employer's as well. */
    static Optional<String> organisation(X509Certificate certificate) {
        return identifier(certificate, ORGANISATION);
    }

    /** Whether it names a natural person: by CCCD, old identity card (CMND) or passport (HC). */
    static boolean namesPerson(X509Certificate certificate) {
        return values(certificate, BCStyle.UID)
                .anyMatch(value -> value.startsWith(PERSON) || value.startsWith("CMND:") || value.startsWith("HC:"));
    }

    private static Optional<String> identifier(X509Certificate certificate, String prefix) {
        return values(certificate, BCStyle.UID)
                .filter(value -> value.startsWith(prefix))
                .map(value -> value.substring(prefix.length()).strip())
                .findFirst();
    }

    private static Stream<String> values(X509Certificate certificate, ASN1ObjectIdentifier type) {
        return values(name(certificate), type);
    }

    private static Stream<String> values(X500Name name, ASN1ObjectIdentifier type) {
        return Arrays.stream(name.getRDNs())
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .filter(attribute -> attribute.getType().equals(type))
                .map(AttributeTypeAndValue::getValue)
                .map(value -> value instanceof org.bouncycastle.asn1.ASN1String text
                        ? text.getString()
                        : IETFUtils.valueToString(value));
    }

    private static X500Name name(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }
}
