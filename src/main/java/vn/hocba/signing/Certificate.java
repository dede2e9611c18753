package vn.hocba.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import vn.hocba.shared.BaseEntity;

@Entity
class Certificate extends BaseEntity {

    @Enumerated(EnumType.STRING)
    OwnerKind ownerKind;

    String ownerId;
    String identifier;
    String subject;
    String serial;
    Instant notBefore;
    Instant notAfter;

    @Column(columnDefinition = "longblob")
    byte[] encoded;

    Instant revokedAt;

    /** Name of the provider that signs with it. */
    String provider;

    protected Certificate() {}

    Certificate(OwnerKind ownerKind, String ownerId, String identifier, String provider, X509Certificate certificate) {
        this.provider = provider;
        this.ownerKind = ownerKind;
        this.ownerId = ownerId;
        this.identifier = identifier;
        subject = CertificateNames.subject(certificate);
        serial = serialOf(certificate.getSerialNumber());
        notBefore = certificate.getNotBefore().toInstant();
        notAfter = certificate.getNotAfter().toInstant();
        try {
            encoded = certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate just made has an encoding", e);
        }
    }

    static String serialOf(BigInteger serial) {
        return serial.toString(16);
    }

    X509Certificate x509() {
        return CertificateNames.parse(encoded);
    }

    boolean isValidAt(Instant time) {
        return !time.isBefore(notBefore) && !time.isAfter(notAfter);
    }

    CertificateView view() {
        return new CertificateView(subject, serial, notBefore, notAfter, revokedAt);
    }
}
