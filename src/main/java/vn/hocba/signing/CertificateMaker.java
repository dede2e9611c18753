package vn.hocba.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.asn1.x509.UserNotice;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys (P-256) and certificates of the sandbox; each of them says that it has no legal value. */
final class CertificateMaker {

    static final String NOTICE = "SANDBOX - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ";
    static final String SIGNATURE_ALGORITHM = "SHA256withECDSA";

    /** An identifier from the arc for UUIDs (ITU-T X.667): nobody else's, and registered nowhere. */
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.301822340817265904561823947561029384756");

    private static final SecureRandom RANDOM = new SecureRandom();

    private CertificateMaker() {}

    /** A key with the certificate for it. */
    record Made(PrivateKey key, X509Certificate certificate) {}

    /** From when to when a certificate is valid. */
    record Validity(Instant from, Instant to) {

        /** From a minute ago, so that a clock running slightly behind does not refuse what was just issued. */
        static Validity starting(Instant now, Duration length) {
            Instant from = now.truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
            return new Validity(from, from.plus(length));
        }
    }

    static Made root(BigInteger serial, Validity validity) {
        KeyPair keys = newKeys();
        X500Name name = authorityName("hocba Root CA");
        return new Made(
                keys.getPrivate(),
                build(name, name, keys.getPublic(), keys.getPublic(), keys.getPrivate(), serial, validity, true));
    }

    static Made issuing(BigInteger serial, Validity validity, Made root) {
        return signed(authorityName("hocba Issuing CA"), serial, validity, root, true);
    }

    /** @param identifier «CCCD:…» or «MST:…» */
    static Made holder(String commonName, String organisation, String identifier, Validity validity, Made issuer) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.OU, NOTICE)
                .addRDN(BCStyle.UID, identifier)
                .addRDN(BCStyle.CN, commonName);
        return signed(name.build(), new BigInteger(127, RANDOM).setBit(126), validity, issuer, false);
    }

    private static Made signed(X500Name name, BigInteger serial, Validity validity, Made issuer, boolean authority) {
        KeyPair keys = newKeys();
        X500Name issuerName = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        return new Made(
                keys.getPrivate(),
                build(
                        issuerName,
                        name,
                        keys.getPublic(),
                        issuer.certificate().getPublicKey(),
                        issuer.key(),
                        serial,
                        validity,
                        authority));
    }

    private static X500Name authorityName(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, "hocba")
                .addRDN(BCStyle.OU, NOTICE)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static X509Certificate build(
            X500Name issuer,
            X500Name subject,
            PublicKey key,
            PublicKey issuerPublicKey,
            PrivateKey issuerKey,
            BigInteger serial,
            Validity validity,
            boolean authority) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            int usage = authority
                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            var builder = new JcaX509v3CertificateBuilder(
                            issuer, serial, Date.from(validity.from()), Date.from(validity.to()), subject, key)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                    .addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers.createAuthorityKeyIdentifier(issuerPublicKey))
                    .addExtension(Extension.certificatePolicies, false, policy());
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE_ALGORITHM).build(issuerKey)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("the platform has P-256 and SHA-256", e);
        }
    }

    private static CertificatePolicies policy() {
        ASN1EncodableVector qualifiers = new ASN1EncodableVector();
        qualifiers.add(new PolicyQualifierInfo(
                org.bouncycastle.asn1.x509.PolicyQualifierId.id_qt_unotice, new UserNotice(null, NOTICE)));
        return new CertificatePolicies(new PolicyInformation(POLICY, new DERSequence(qualifiers)));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has P-256", e);
        }
    }
}
