package vn.hocba.signing;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.stereotype.Component;
import vn.hocba.signing.CertificateMaker.Made;

/** Answers as the sandbox authority's OCSP responder (RFC 6960), in the same process: DSS passes no signature whose status nobody vouches for. */
@Component
class SandboxStatus implements OCSPSource {

    private static final long serialVersionUID = 1L;
    private static final Duration NEXT_UPDATE = Duration.ofHours(1);

    private final transient AuthorityKeys authority;
    private final transient CertificateRepository certificates;
    private final transient TrustSettings trust;
    private final transient Clock clock;

    SandboxStatus(AuthorityKeys authority, CertificateRepository certificates, TrustSettings trust, Clock clock) {
        this.trust = trust;
        this.authority = authority;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public OCSPToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        Optional<Made> responder = responder(issuer.getCertificate());
        if (responder.isEmpty()) {
            return null;
        }
        try {
            BasicOCSPResp response = answer(certificate.getCertificate(), responder.get());
            return new OCSPToken(response, response.getResponses()[0], certificate, issuer);
        } catch (OCSPException | OperatorCreationException | java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException("the sandbox authority cannot answer for a certificate", e);
        }
    }

    private Optional<Made> responder(X509Certificate issuer) {
        if (!trust.sandbox()) {
            return Optional.empty();
        }
        AuthorityKeys.Authority made = authority.get();
        return java.util.stream.Stream.of(made.root(), made.issuing())
                .filter(candidate -> candidate.certificate().equals(issuer))
                .findFirst();
    }

    private BasicOCSPResp answer(X509Certificate certificate, Made responder)
            throws OCSPException, OperatorCreationException, java.security.cert.CertificateEncodingException {
        DigestCalculator sha1 = new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
        X509CertificateHolder holder = new JcaX509CertificateHolder(responder.certificate());
        Date now = Date.from(clock.instant());
        Date next = Date.from(clock.instant().plus(NEXT_UPDATE));
        return new JcaBasicOCSPRespBuilder(responder.certificate().getPublicKey(), sha1)
                .addResponse(
                        new CertificateID(sha1, holder, certificate.getSerialNumber()), status(certificate), now, next)
                .build(
                        new JcaContentSignerBuilder(CertificateMaker.SIGNATURE_ALGORITHM).build(responder.key()),
                        new X509CertificateHolder[] {holder},
                        now);
    }

    private CertificateStatus status(X509Certificate certificate)
            throws java.security.cert.CertificateEncodingException {
        byte[] encoded = certificate.getEncoded();
        Optional<Certificate> known = certificates
                .findBySerial(Certificate.serialOf(certificate.getSerialNumber()))
                .filter(found -> Arrays.equals(found.encoded, encoded));
        if (known.isEmpty()) {
            return new UnknownStatus();
        }
        Instant revokedAt = known.get().revokedAt;
        return revokedAt == null
                ? CertificateStatus.GOOD
                : new RevokedStatus(Date.from(revokedAt), CRLReason.unspecified);
    }
}
